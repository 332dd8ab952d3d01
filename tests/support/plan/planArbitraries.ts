import fc from 'fast-check';
import type { PlanInput, PlanRole, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';

const rate = fc.double({ min: 0.05, max: 1, noNaN: true });
const weights = (length: number) =>
  fc
    .array(fc.nat(9), { minLength: length, maxLength: length })
    .map((all) => (all.some((one) => one > 0) ? all : [1, ...all.slice(1)]))
    .map((all) => {
      const sum = all.reduce((a, b) => a + b, 0);
      return all.map((one) => one / sum);
    });
const lags = fc.integer({ min: 1, max: 5 }).chain(weights);
const money = fc.integer({ min: 1, max: 9_000_000 }).map(String);

/** Plans of up to four segments, with or without lags and seasons; shares sum to 1. */
export const anyPlan: fc.Arbitrary<PlanInput> = fc.integer({ min: 1, max: 14 }).chain((months) =>
  fc.integer({ min: 1, max: 4 }).chain((count) =>
    fc
      .record({
        target_arr: money,
        shares: weights(count),
        segments: fc.array(segmentOf(months), { minLength: count, maxLength: count }),
        capacity: fc.array(role, { maxLength: 3 }),
      })
      .map(({ target_arr, shares, segments, capacity }) => ({
        start: '2027-01-01',
        months,
        target_arr,
        rounding: 'none' as const,
        segments: segments.map((one, i) => ({ ...one, key: `s${i}`, share: shares[i] ?? 0 })),
        capacity,
      })),
  ),
);

function segmentOf(months: number): fc.Arbitrary<PlanSegment> {
  return fc.record({
    key: fc.constant(''),
    share: fc.constant(0),
    opening_arr: fc.integer({ min: 0, max: 1_000_000 }).map(String),
    nrr: fc.double({ min: 0.5, max: 1.5, noNaN: true }),
    acv: fc.integer({ min: 500, max: 90_000 }).map(String),
    discount: fc.double({ min: 0, max: 0.5, noNaN: true }),
    conversions: fc.record(
      {
        'prospect>mql': rate,
        'mql>sql': rate,
        'sql>sal': rate,
        'sal>won': rate,
        'won>onboarded': rate,
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, number>>,
    lags: fc.record(
      { 'prospect>mql': lags, 'mql>sql': lags, 'sql>sal': lags, 'sal>won': lags },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, number[]>>,
    seasonality: fc.option(weights(months), { nil: undefined }),
    pipeline: fc.option(
      fc.record({
        months_to_start: fc.nat(2),
        elapsed: fc.double({ min: 0, max: 1, noNaN: true }),
        open: fc.record({
          sal: fc.array(fc.nat(40), { maxLength: 6 }),
          sql: fc.array(fc.nat(40), { maxLength: 6 }),
        }),
      }),
      { nil: undefined },
    ),
  });
}

const role: fc.Arbitrary<PlanRole> = fc.record({
  role: fc.constantFrom('SDR', 'AE', 'ONB'),
  stage: fc.constantFrom('sql' as const, 'sal' as const, 'won' as const, 'onboarded' as const),
  per_month: fc.nat(60),
  ramp: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
  heads: fc.nat(12),
  attrition: fc.double({ min: 0, max: 0.9, noNaN: true }),
  cost: fc.constant('60000'),
});
