import { expect, test } from 'vitest';
import { prepareTrend } from '#lib/view/prepareTrend.ts';

const month = (from: string, rest: { base: number; value: number; matured?: number }) => ({
  from,
  to: from,
  advanced: 0,
  complete: rest.matured === undefined,
  ...rest,
});

const age = { asOf: '2026-11-23T00:00:00Z', usualDays: 40 };

test('ripe points are solid, unripe ones dotted from the last ripe one on', () => {
  const dots = prepareTrend(
    [
      month('2026-05-01', { base: 40, value: 0.3 }),
      month('2026-06-01', { base: 40, value: 0.28 }),
      month('2026-07-01', { base: 40, value: 0.2, matured: 0.31 }),
    ],
    age,
  );
  expect(dots.map(({ solid }) => solid)).toEqual([0.3, 0.28, null]);
  expect(dots.map(({ dotted }) => dotted)).toEqual([null, 0.28, 0.31]);
});

test('too few is a gap', () => {
  const [dot] = prepareTrend([month('2026-01-01', { base: 4, value: 1 })], age);
  expect(dot).toMatchObject({ solid: null, dotted: null, confidence: 'none' });
});

test('too young is a gap, not a fall', () => {
  const [dot] = prepareTrend([month('2026-11-01', { base: 40, value: 0, matured: 0.02 })], age);
  expect(dot).toMatchObject({ dotted: null, tooYoung: true });
});

test('a ripe cohort has its interval around its rate; a flow and an unripe point have none', () => {
  const cohort = { ...month('2026-01-01', { base: 40, value: 0.5, matured: 0.5 }), advanced: 20 };
  const [ripe, flow, unripe] = prepareTrend(
    [
      { ...cohort, complete: true },
      { ...month('2026-02-01', { base: 40, value: 1.5 }), advanced: 60 },
      cohort,
    ],
    age,
  );
  expect(ripe?.interval?.[0]).toBeCloseTo(0.352, 3);
  expect(ripe?.reach?.[0]).toBeCloseTo(0.148, 3);
  expect(ripe?.reach?.[1]).toBeCloseTo(0.148, 3);
  expect([flow?.interval, unripe?.interval]).toEqual([null, null]);
});
