import type { PlanResult } from '#lib/bowtie/plan/planTypes.ts';

/** The wins that a plan takes, of all tiers. */
export function winsOf({ segments }: Pick<PlanResult, 'segments'>): number {
  return segments.reduce((sum, { wins }) => sum + wins, 0);
}
