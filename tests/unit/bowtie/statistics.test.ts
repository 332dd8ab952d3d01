import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conversionStats, outcomeCounts } from '#lib/bowtie/conversionStats.ts';
import {
  type DurationCell,
  durationHistogram,
  EMPTY_CELL,
  mergeHistograms,
} from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { baseOf, incidence } from '#lib/bowtie/incidence.ts';
import { maturedRate, maturityAge } from '#lib/bowtie/maturedRate.ts';
import { histogramQuantile, quantile } from '#lib/bowtie/quantile.ts';
import { wilsonInterval } from '#lib/bowtie/wilsonInterval.ts';

const cell: fc.Arbitrary<DurationCell> = fc
  .record({
    days: fc.integer({ min: 0, max: 40 }),
    end: fc.constantFrom('advanced', 'lost', 'noDecision', 'open'),
    count: fc.integer({ min: 1, max: 9 }),
    timed: fc.boolean(),
  })
  .map(({ days, end, count, timed }) => {
    const isTimed = timed && end === 'advanced' ? count : 0;
    return { ...EMPTY_CELL, ms: days * DAY_MS, [end]: count, timed: isTimed };
  });
const cells = fc.array(cell, { maxLength: 40 });
const closed = cells.map((list) => list.filter(({ open }) => open === 0));
const windowDays = fc.option(fc.integer({ min: 1, max: 40 }));

/** Kaplan-Meier with losses wrongly taken as censored. */
function oneMinusKaplanMeier(list: readonly DurationCell[], horizonDays: number): number {
  const naive = list.map((one) => {
    const lost = one.lost + one.noDecision;
    return { ...one, lost: 0, noDecision: 0, open: one.open + lost };
  });
  return maturedRate(durationHistogram(naive), { horizonDays })?.rate ?? 0;
}

describe('laws', () => {
  test('base = advanced + lost + no_decision + expired + open', () => {
    fc.assert(
      fc.property(cells, windowDays, (list, days) => {
        const h = durationHistogram(list);
        const { base, advanced, lost, no_decision, expired, open } = outcomeCounts(h, days);
        expect(advanced + lost + no_decision + expired + open).toBe(base);
        expect(base).toBe(baseOf(h));
        if (days === null) expect(expired).toBe(0);
      }),
    );
  });

  test('Wilson: both ends within [0, 1], around the rate', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (a, b) => {
        const [advanced, base] = [Math.min(a, b), Math.max(a, b, 1)];
        const [low, high] = wilsonInterval(advanced, base) ?? [Number.NaN, Number.NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(advanced / base);
        expect(high).toBeGreaterThanOrEqual(advanced / base);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('F lies in [0, 1], within its interval, never above 1 - KM; closed it is the rate', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 1, max: 50 }), (list, horizonDays) => {
        const matured = maturedRate(durationHistogram(list), { horizonDays });
        if (matured === null) {
          expect(list).toEqual([]);
          return;
        }
        const { rate, interval } = matured;
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(1);
        expect(rate).toBeLessThanOrEqual(oneMinusKaplanMeier(list, horizonDays) + 1e-12);
        if (interval === null) {
          expect([0, 1]).toContain(rate);
          return;
        }
        expect(interval[0]).toBeLessThanOrEqual(rate);
        expect(interval[1]).toBeGreaterThanOrEqual(rate);
        expect(interval[0]).toBeGreaterThanOrEqual(0);
        expect(interval[1]).toBeLessThanOrEqual(1);
      }),
    );
    fc.assert(
      fc.property(closed, (list) => {
        const stats = conversionStats(durationHistogram(list));
        if (stats.rate === null) expect(stats.matured).toBeNull();
        else expect(stats.matured?.rate).toBeCloseTo(stats.rate, 12);
      }),
    );
  });

  test('without censoring the variance is F (1 - F) / n', () => {
    fc.assert(
      fc.property(closed, (list) => {
        const h = durationHistogram(list);
        const matured = maturedRate(h);
        if (!matured?.interval) return;
        const f = matured.rate;
        const w = Math.log(Math.log(matured.interval[0]) / Math.log(f));
        const v = ((w * f * Math.abs(Math.log(f))) / 1.959963984540054) ** 2;
        expect(v).toBeCloseTo((f * (1 - f)) / baseOf(h), 9);
      }),
    );
  });

  test('groups merge to the total', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), windowDays, (groups, days) => {
        const merged = mergeHistograms(groups.map(durationHistogram));
        const whole = durationHistogram(groups.flat());
        const options = { windowDays: days };
        expect(conversionStats(merged, options)).toEqual(conversionStats(whole, options));
      }),
    );
  });

  test('the quantile of counted values is that of the list', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.double({ min: 0, max: 1, noNaN: true }), (list, p) => {
        const sorted = [...list].sort((a, b) => a - b);
        const values = [...new Set(sorted)];
        const counts = values.map((value) => list.filter((one) => one === value).length);
        expect(histogramQuantile({ values, counts }, p)).toBe(quantile(sorted, p));
      }),
    );
  });
});

describe('horizon', () => {
  const advanced = (days: number, count: number) => ({
    ...EMPTY_CELL,
    ms: days * DAY_MS,
    advanced: count,
  });
  const open = (days: number, count: number) => ({ ...EMPTY_CELL, ms: days * DAY_MS, open: count });

  test('the 20th largest duration while an entry is open', () => {
    const h = durationHistogram([advanced(3, 30), open(8, 19), open(5, 1), advanced(20, 0)]);
    expect(maturedRate(h)).toMatchObject({ horizon_days: 5, at_risk: 20 });
  });

  test('an asked horizon answers where the default cannot, also between days', () => {
    const h = durationHistogram([advanced(0.3, 1), open(8, 2)]);
    expect(maturedRate(h)).toBeNull();
    expect(maturedRate(h, { horizonDays: 0.3 })).toMatchObject({ at_risk: 3, rate: 1 / 3 });
    expect(maturedRate(h, { horizonDays: 0.29 })).toMatchObject({ rate: 0, interval: null });
  });

  test('a window cuts the horizon, not the outcomes', () => {
    const h = durationHistogram([advanced(4, 1), advanced(46, 1)]);
    expect(maturedRate(h, { windowDays: 14 })).toMatchObject({ rate: 0.5, horizon_days: 14 });
  });

  test('all advanced is exactly 1, and its interval null', () => {
    const h = durationHistogram([1, 2, 3, 4, 5, 6, 7].map((days) => advanced(days, 1)));
    expect(maturedRate(h)).toMatchObject({ rate: 1, interval: null });
  });

  test('complete when 95 % of what will advance has advanced', () => {
    const h = durationHistogram([advanced(2, 94), advanced(9, 1), advanced(30, 5)]);
    expect(maturityAge(h)).toBe(9);
    expect(maturityAge(durationHistogram([open(3, 30)]))).toBe(0);
  });
});

test('300,000 durations take well under a second', () => {
  const size = 300_000;
  const ms = Float64Array.from({ length: size }, (_, i) => i * 1000);
  const ones = new Float64Array(size).fill(1);
  const zeros = new Float64Array(size);
  const h = {
    ms,
    advanced: ones,
    timed: ones,
    outOfOrder: zeros,
    lost: ones,
    noDecision: zeros,
    open: ones,
  };
  const stats = conversionStats(mergeHistograms([h, h]));
  expect(stats.base).toBe(6 * size);
  expect(incidence(h, 1).length).toBe(86_401);
}, 5000);
