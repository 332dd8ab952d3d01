import { LEVER_NAMES, LEVERS, type Lever, leverTest } from '#lib/bowtie/plan/leverTest.ts';
import type { PlanInput, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import { ratio } from '#lib/bowtie/ratio.ts';

export type LeverLine = { lever: Lever; name: string; rate: number; multiplier: number };
export type Compound = {
  lines: LeverLine[];
  together: number;
  uncapped: number;
  capped: string[];
};

const KEYS = {
  ...{ cr1: 'prospect>mql', cr2: 'mql>sql', cr3: 'sql>sal', cr4: 'sal>won' },
  cr6: 'won>onboarded',
} as const;

/** Every key moment so much better, alone and all together; caps hold rates at 100 %. */
export function compound(input: PlanInput, result: PlanResult, gain: number): Compound {
  const factors = factorsOf(input, result);
  const lines = LEVERS.flatMap((lever): LeverLine[] => {
    const rate = factors[lever];
    if (rate === undefined) return [];
    const { multiplier } = leverTest({ [lever]: rate }, gain, 1);
    return [{ lever, name: LEVER_NAMES[lever], rate, multiplier }];
  });
  const { multiplier, uncapped_multiplier, capped } = leverTest(factors, gain, 1);
  return { lines, together: multiplier, uncapped: uncapped_multiplier, capped };
}

/** Over all tiers: conversions by the entries that the plan asks for, money by money. */
function factorsOf(input: PlanInput, result: PlanResult): Partial<Record<Lever, number>> {
  const factors: Partial<Record<Lever, number>> = {};
  const totals = new Map(
    result.departments.flatMap(({ stages, total }) =>
      stages.map((stage) => [stage as string, total] as const),
    ),
  );
  for (const [lever, key] of Object.entries(KEYS)) {
    const [from = '', to = ''] = key.split('>');
    const rate = ratio(totals.get(to) ?? 0, totals.get(from) ?? 0);
    if (rate !== null && rate > 0 && rate <= 1) factors[lever as Lever] = rate;
  }
  const opening = input.segments.reduce((sum, one) => sum + Number(one.opening_arr), 0);
  const kept = input.segments.reduce(
    (sum, one) => sum + Number(one.opening_arr) * Math.min(1, one.nrr),
    0,
  );
  const list = input.segments.reduce((sum, one) => sum + one.share * one.discount, 0);
  factors.price_realisation = 1 - list;
  const renewal = ratio(kept, opening);
  if (renewal !== null && renewal > 0) factors.cr7 = renewal;
  return factors;
}
