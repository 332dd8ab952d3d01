import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleReadiness } from '#lib/bowtie/plan/scaleReadiness.ts';
import { type TierFacts, unitEconomics, type Verdict } from '#lib/bowtie/plan/unitEconomics.ts';

/** Ten customers won for 1,000 a year each, ten served already. */
const tier: TierFacts = {
  wins: 10,
  new_arr: 10_000,
  average_arr: 20_000,
  average_customers: 20,
  grr: 0.8,
  spend: 8000,
  service_cost: 4000,
  gross_margin: null,
  has_costs: true,
};

test('by hand: margin 80 %, CAC 800, payback 12 months, LTV 4,000, five years leave 1,889', () => {
  const told = unitEconomics(tier);
  expect(told.margin.value).toBeCloseTo(0.8, 9);
  expect(told.cac.value).toBe(800);
  expect(told.payback_months.value).toBeCloseTo(12, 9);
  expect(told.ltv.value).toBeCloseTo(4000, 6);
  expect(told.ltv_to_cac.value).toBeCloseTo(5, 9);
  // 1,000 x 0.8 x (1 + 0.8 + 0.64 + 0.512 + 0.4096) - 800
  expect(told.per_deal.value).toBeCloseTo(800 * 3.3616 - 800, 6);
  expect(told.contribution).toBeCloseTo(20_000 * 0.8 - 8000, 6);
  expect(told.verdict).toBe('sound');
});

const CASES: [Verdict, Partial<TierFacts>, string][] = [
  ['loss', { spend: 40_000 }, 'each deal costs more to win than it leaves in five years'],
  ['loss', { service_cost: 25_000 }, 'serving costs more than customers pay'],
  ['slow', { spend: 13_000 }, 'payback of 19.5 months'],
  ['slow', { grr: 0.5, spend: 9000 }, 'a lifetime of two years is worth less than 3 x CAC'],
  ['unknown', { has_costs: false, spend: 0, service_cost: 0 }, 'no cost is known'],
  ['unknown', { wins: 0, new_arr: 0 }, 'nothing was won'],
];

test.each(CASES)('%s: %j, %s', (verdict, change, _why) => {
  expect(unitEconomics({ ...tier, ...change }).verdict).toBe(verdict);
});

test('without churn the lifetime has no end, and nothing speaks against it', () => {
  const told = unitEconomics({ ...tier, grr: 1 });
  expect(told.ltv).toEqual({ value: null, reason: 'no_churn' });
  expect(told.verdict).toBe('sound');
  const gates = scaleReadiness([], { ...told, at_loss: false }).gates;
  expect(gates.map(({ met }) => met)).toEqual([true, true]);
});

test('spending more never makes a tier better', () => {
  const rank = { loss: 0, slow: 1, sound: 2, unknown: 3 };
  fc.assert(
    fc.property(fc.nat(60_000), fc.nat(60_000), (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      const of = (spend: number) => rank[unitEconomics({ ...tier, spend }).verdict];
      expect(of(more)).toBeLessThanOrEqual(of(less));
    }),
  );
});

test('evidence names each gap, and is a share only of what was looked at', () => {
  const one = { conversion: 'sal>won', base: 40, matured: true, plan: 0.25 };
  const at = (advanced: number) => ({ ...one, recent: { base: 20, advanced } });
  const told = scaleReadiness(
    [at(5), at(6), at(7), { ...one, matured: false, plan: null, recent: null }],
    { ...unitEconomics(tier), at_loss: false },
  );
  expect(told.conversions.map(({ gaps }) => gaps)).toEqual([
    [],
    [],
    ['off_plan'],
    ['immature', 'no_recent', 'no_plan'],
  ]);
  expect(told.share).toBe(0.5);
  expect(scaleReadiness([], { ...unitEconomics(tier), at_loss: true })).toMatchObject({
    share: null,
    at_loss: true,
  });
});
