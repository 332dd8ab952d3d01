import type { PlanResult } from '#lib/bowtie/plan/planTypes.ts';

/** As many gaps as are listed under "What stands in the way": one for each tier and role. */
export function countGaps({ problems }: Pick<PlanResult, 'problems'>): number {
  return problems.filter(({ weight }) => weight === 'gap').length;
}
