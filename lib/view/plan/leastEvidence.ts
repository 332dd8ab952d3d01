import { planChain } from '#lib/bowtie/plan/planChain.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanDefaults } from './planState.ts';

/** Below this a rate is not told (definitions, section 6), and neither are odds that rest on it. */
export const FEWEST = 5;

/** The smallest base among the rates that a plan counts back over; a rate without one is 0. */
export function leastEvidence({ segments }: PlanInput, evidence: PlanDefaults['evidence']): number {
  const bases = segments.flatMap(({ key, conversions }) =>
    planChain(conversions).map((step) => evidence[key]?.[step.key]?.trials ?? 0),
  );
  return bases.length === 0 ? 0 : Math.min(...bases);
}
