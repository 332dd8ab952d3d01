import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import { leverTest } from '#lib/bowtie/plan/leverTest.ts';
import { planFan } from '#lib/bowtie/plan/planFan.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { createRandom, drawBeta, drawPoisson, drawVolume } from '#lib/bowtie/plan/random.ts';
import { simulatePlan, simulateResults } from '#lib/bowtie/plan/simulatePlan.ts';
import { anyPlan } from '#tests/support/plan/planArbitraries.ts';

const plan: PlanInput = {
  start: '2027-01-01',
  months: 12,
  target_arr: '6000000',
  rounding: 'none',
  segments: [
    {
      key: 'all',
      opening_arr: '2000000',
      nrr: 1,
      share: 1,
      acv: '50000',
      discount: 0,
      conversions: { 'prospect>mql': 0.2, 'mql>sql': 0.25, 'sql>sal': 0.9, 'sal>won': 0.2 },
      lags: { 'sal>won': [0, 0, 0.5, 0.5] },
    },
  ],
  capacity: [],
};

const mean = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, one) => sum + one, 0) / values.length;

describe('odds', () => {
  test('without variance every run is the plan, to the cent, and it is certain', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const sure = simulatePlan({ ...given, capacity: [] }, { runs: 100, seed: 7 });
        const target = Number(given.target_arr).toFixed(2);
        for (const p of [sure.p10, sure.p25, sure.p50, sure.p75, sure.p90, sure.mean]) {
          expect(Math.abs(Number(p) - Number(target))).toBeLessThan(0.011);
        }
        expect(sure.p_hit).toBe(1);
      }),
      { numRuns: 50 },
    );
  });

  test('without variance, heads that are too few bring what the deterministic plan brings', () => {
    fc.assert(
      fc.property(anyPlan, (given) => {
        const sure = simulatePlan(given, { runs: 100, seed: 7 });
        const { within_capacity } = decomposePlan(given).reach;
        const off = Math.abs(Number(sure.p50) - Number(within_capacity));
        expect(off).toBeLessThan(0.02 + 1e-7 * Number(given.target_arr));
      }),
      { numRuns: 50 },
    );
  });

  test('percentiles ascend, and P(hit) is the share of runs at or above the target', () => {
    const trials = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(trials, fc.nat(400), fc.nat(1000), (n, s, seed) => {
        const evidence = { 'sal>won': { successes: Math.min(s, n), trials: n } };
        const uncertainty = { runs: 400, seed, evidence };
        const told = simulatePlan(plan, uncertainty);
        const order = [told.p10, told.p25, told.p50, told.p75, told.p90].map(Number);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        const results = simulateResults(plan, uncertainty);
        const hits = results.filter((one) => one >= 6_000_000 - 0.005).length;
        expect(told.p_hit).toBe(hits / 400);
      }),
      { numRuns: 40 },
    );
  });

  test('the same seed gives the same odds, another one others', () => {
    const evidence = { 'sal>won': { successes: 30, trials: 120 } };
    const told = simulatePlan(plan, { runs: 1000, seed: 1, evidence });
    expect(simulatePlan(plan, { runs: 1000, seed: 1, evidence })).toEqual(told);
    expect(simulatePlan(plan, { runs: 1000, seed: 2, evidence }).p50).not.toBe(told.p50);
  });

  test('a win rate of Beta(31, 91) moves the mean by its own mean over the planned rate', () => {
    const evidence = { 'sal>won': { successes: 30, trials: 120 } };
    const results = simulateResults(plan, { runs: 20_000, seed: 3, evidence });
    const expected = 2_000_000 + (4_000_000 * (31 / 122)) / 0.2;
    expect(mean(results) / expected).toBeCloseTo(1, 2);
    // Of Beta(31, 91) 92.9 % lies at or above 0.2, by numerical integration.
    expect(simulatePlan(plan, { runs: 20_000, seed: 3, evidence }).p_hit).toBeCloseTo(0.929, 1);
  });

  test('a volume is what enters over the plan: half of the required brings half of the new ARR', () => {
    const required = decomposePlan(plan).segments[0]?.entries.prospect ?? 0;
    const volumes = { prospect: { mean: required / 2, dispersion: 400 } };
    const results = simulateResults(plan, { runs: 5000, seed: 5, volumes });
    expect(mean(results) / 4_000_000).toBeCloseTo(1, 2);
  });

  test('heads limit what luck can bring', () => {
    const capacity = [
      { role: 'SDR', stage: 'sal' as const, per_month: 20, ramp: [], heads: 2, attrition: 0 },
    ];
    const volumes = { sal: { mean: 4000, dispersion: 50 } };
    const told = simulatePlan({ ...plan, capacity }, { runs: 500, seed: 1, volumes });
    // Two heads take 480 of the year's entries; the locked ones came before.
    expect(Number(told.p90)).toBeLessThan(16_000_000);
    expect(Number(simulatePlan(plan, { runs: 500, seed: 1, volumes }).p50)).toBeGreaterThan(40e6);
  });

  test('the fan ends where the odds are, and contains the plan without variance', () => {
    const evidence = { 'sal>won': { successes: 30, trials: 120 } };
    const uncertainty = { runs: 1000, seed: 1, evidence };
    const fan = planFan(plan, uncertainty);
    const told = simulatePlan(plan, uncertainty);
    expect(fan.at(-1)?.p50).toBeCloseTo(Number(told.p50), 1);
    expect(fan.at(-1)?.plan).toBeCloseTo(6_000_000, 2);
    for (const { p10, p50, p90 } of fan) expect(p10 <= p50 && p50 <= p90).toBe(true);
  });
});

describe('random numbers', () => {
  test('have the mean and the variance of their distribution', () => {
    const random = createRandom(11);
    const draw = (of: () => number) => Float64Array.from({ length: 40_000 }, of);
    const variance = (values: Float64Array) => {
      const middle = mean(values);
      return mean(values.map((x) => (x - middle) ** 2));
    };
    const beta = draw(() => drawBeta(random, 3, 7));
    expect(mean(beta)).toBeCloseTo(0.3, 2);
    expect(Math.sqrt(variance(beta))).toBeCloseTo(Math.sqrt(0.21 / 11), 2);
    for (const m of [3, 45, 800]) {
      const poisson = draw(() => drawPoisson(random, m));
      expect(mean(poisson) / m).toBeCloseTo(1, 1);
      expect(variance(poisson) / m).toBeCloseTo(1, 1);
    }
    const volume = draw(() => drawVolume(random, 800, 20));
    expect(mean(volume) / 800).toBeCloseTo(1, 1);
    expect(variance(volume) / (800 + (800 * 800) / 20)).toBeCloseTo(1, 1);
  });
});

describe('levers', () => {
  const factor = fc.double({ min: 0.01, max: 1, noNaN: true });
  const lever = fc.record(
    { cr1: factor, cr2: factor, cr3: factor, cr4: factor, price_realisation: factor, cr6: factor },
    { requiredKeys: [] },
  );

  test('a cap only takes away; what is named is what it holds back', () => {
    fc.assert(
      fc.property(lever, fc.double({ min: 0, max: 2, noNaN: true }), (factors, gain) => {
        const told = leverTest(factors, gain, 1);
        expect(told.multiplier).toBeLessThanOrEqual(told.uncapped_multiplier * (1 + 1e-9));
        expect(told.multiplier).toBeGreaterThanOrEqual(1 - 1e-9);
        if (told.capped.length === 0) {
          expect(told.multiplier).toBeCloseTo(told.uncapped_multiplier, 6);
        }
      }),
    );
  });

  test('+10 % on seven factors far from the cap is 1.9487', () => {
    const [cr1, cr2, cr3, cr4] = [0.2, 0.2, 0.2, 0.2];
    const seven = { cr1, cr2, cr3, cr4, price_realisation: 0.5, cr6: 0.5, cr7: 0.5 };
    expect(leverTest(seven, 0.1, 1).multiplier).toBeCloseTo(1.9487171, 7);
  });
});
