import { describe, expect, test } from 'vitest';
import { durationHistogram, EMPTY_CELL } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { incidence } from '#lib/bowtie/incidence.ts';
import { maturedRate } from '#lib/bowtie/maturedRate.ts';
import { quantile } from '#lib/bowtie/quantile.ts';
import { wilsonInterval, Z95 } from '#lib/bowtie/wilsonInterval.ts';
import { workedExample } from '#tests/support/workedExamples.ts';

function expectClose(found: readonly number[], published: readonly number[], digits: number) {
  expect(found.length).toBe(published.length);
  for (const [i, value] of found.entries()) expect(value).toBeCloseTo(published[i] ?? 0, digits);
}

/** Durations in days; a negative one is censored. */
function survivalTable(durations: readonly number[]) {
  return durationHistogram(
    durations.map((days) => ({
      ...EMPTY_CELL,
      ms: Math.abs(days) * DAY_MS,
      ...(days < 0 ? { open: 1 } : { advanced: 1 }),
    })),
  );
}

test('CH-06: a published Kaplan-Meier table', () => {
  const { inputs, exact } = workedExample('CH-06');
  const signed = inputs.durations.map((days: number, i: number) =>
    inputs.event[i] ? days : -days,
  );
  const steps = incidence(survivalTable(signed), 22);
  expect(steps.map(({ days }) => days)).toEqual(exact.event_times);
  expect(steps.map(({ atRisk }) => atRisk)).toEqual(exact.at_risk);
  expect(steps.map(({ ended }) => ended)).toEqual(exact.events);
  expectClose(
    steps.map(({ survival }) => survival),
    exact.survival,
    9,
  );
});

describe('6-MP in leukaemia (Freireich et al. 1963; Collett, table 2.3)', () => {
  const weeks = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32];
  const patients = survivalTable([...weeks, -32, -34, -35]);

  test('survival', () => {
    const steps = incidence(patients, 35);
    expect(steps.map(({ days }) => days)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(steps.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    const published = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    expectClose(
      steps.map(({ survival }) => survival),
      published,
      4,
    );
  });

  test("with one kind of end the variance is Greenwood's", () => {
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346];
    [6, 7, 10, 13, 16, 22, 23].forEach((horizonDays, i) => {
      const { rate, interval } = maturedRate(patients, { horizonDays }) ?? { rate: 0 };
      const w = Math.log(Math.log(interval?.[0] ?? 0) / Math.log(rate));
      expect((w * rate * Math.abs(Math.log(rate))) / Z95).toBeCloseTo(errors[i] ?? 0, 4);
    });
  });
});

test('a loan funnel in which most are refused soon: 1 - KM overstates wildly', () => {
  const days = (end: 'advanced' | 'lost', list: readonly number[]) =>
    list.map((day) => ({ ...EMPTY_CELL, ms: day * DAY_MS, [end]: 1 }));
  const refused = Array.from({ length: 82 }, (_, i) => 1 + (i % 5));
  const funded = Array.from({ length: 18 }, (_, i) => 10 + i);
  const applications = [...days('lost', refused), ...days('advanced', funded)];
  expect(maturedRate(durationHistogram(applications))?.rate).toBeCloseTo(0.18, 12);
  const censored = applications.map((one) => ({ ...one, lost: 0, open: one.lost }));
  expect(maturedRate(durationHistogram(censored), { horizonDays: 26 })?.rate).toBeGreaterThan(0.89);
});

test('Wilson intervals of Newcombe (1998), table I', () => {
  const published: [number, number, number, number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [advanced, base, low, high] of published) {
    const found = wilsonInterval(advanced, base);
    expect(found?.[0]).toBeCloseTo(low, 4);
    expect(found?.[1]).toBeCloseTo(high, 4);
  }
});

test('R: quantile(1:10) is 3.25, 5.5, 7.75', () => {
  const list = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  expect([0.25, 0.5, 0.75].map((p) => quantile(list, p))).toEqual([3.25, 5.5, 7.75]);
});
