import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { simulatePlan } from '#lib/bowtie/plan/simulatePlan.ts';
import { planResult, simulateBody } from '#lib/contract/plans.ts';

const money = fc.constantFrom('0', '0.01', '1', '999999999999999', '123456.789');
const price = fc.constantFrom('0.01', '1', '999999999999999');
const rate = fc.constantFrom(0, 0.000001, 0.5, 1);
const KEYS = ['prospect>mql', 'mql>sql', 'sql>sal', 'sal>won', 'won>onboarded', 'mql>won'];
const conversions = fc.dictionary(fc.constantFrom(...KEYS), rate);
const lags = fc.dictionary(
  fc.constantFrom(...KEYS),
  fc.constantFrom([1], [0, 1], [0.5, 0.5], [...new Array(119).fill(0), 1]),
);

const body = fc.record({
  start: fc.constantFrom('2027-01-01', '2000-01-01', '2199-12-01'),
  months: fc.constantFrom(1, 12, 60),
  target_arr: money,
  rounding: fc.constantFrom('none', 'display'),
  segments: fc
    .record({
      key: fc.constantFrom('all', '__proto__', 'constructor', '小'),
      opening_arr: money,
      nrr: fc.constantFrom(0, 1, 10),
      share: fc.constant(1),
      acv: price,
      discount: fc.constantFrom(0, 0.999),
      conversions,
      lags,
    })
    .map((one) => [one]),
  capacity: fc.array(
    fc.record({
      role: fc.constantFrom('SDR', ''.padEnd(9, 'x')),
      stage: fc.constantFrom('prospect', 'sal', 'won', 'onboarded', 'adopted'),
      per_month: fc.constantFrom(0, 1e-9, 20, 1e9),
      ramp: fc.constantFrom([], [0], [1], [0, 0.5, 1]),
      heads: fc.constantFrom(0, 1, 1e6),
      attrition: fc.constantFrom(0, 0.5, 1),
      cost: money,
    }),
    { maxLength: 3 },
  ),
  evidence: fc.constantFrom(
    {},
    { 'sal>won': { successes: 0, trials: 0 } },
    { 'sal>won': { successes: 1e9, trials: 1e9 } },
  ),
  volumes: fc.constantFrom(
    {},
    { sal: { mean: 1e-9, dispersion: 0.01 } },
    { mql: { mean: 1e9, dispersion: 1e9 } },
  ),
  runs: fc.constant(20),
});

test('whatever the contract lets through has an answer in numbers', () => {
  fc.assert(
    fc.property(body, (given) => {
      const read = simulateBody.safeParse(given);
      expect(read.success, JSON.stringify(read.error?.issues)).toBe(true);
      if (!read.success) return;
      const { runs, seed, evidence, volumes, ...plan } = read.data;
      const told = decomposePlan(plan as PlanInput);
      expect(planResult.parse(JSON.parse(JSON.stringify(told)))).toBeDefined();
      const odds = simulatePlan(plan as PlanInput, { runs, seed, evidence, volumes });
      expect(odds.p_hit).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(Number(odds.p90))).toBe(true);
    }),
    { numRuns: 400 },
  );
});
