import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { capacityAt } from '#lib/bowtie/plan/stageLoads.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { PlanDefaults } from './planState.ts';

/**
 * How many more entries a year the people of a stage (decided hires too) can take in one tier, over
 * what they took in all of theirs in the last twelve months. Nobody known there: any number.
 */
export function headroom(
  { capacity, start, months }: Pick<PlanInput, 'capacity' | 'start' | 'months'>,
  { actual }: Pick<PlanDefaults, 'actual'>,
  { tier, stage }: { tier: string; stage: LadderStage },
): number {
  const roles = capacity.filter((one) => {
    return one.stage === stage && (one.segments?.includes(tier) ?? true);
  });
  if (roles.length === 0) return Number.POSITIVE_INFINITY;
  const can = roles.reduce((sum, role) => {
    const each = Array.from({ length: months }, (_, m) => capacityAt(role, start, m));
    return sum + (each.reduce((all, one) => all + one, 0) * 12) / months;
  }, 0);
  const theirs = Object.entries(actual).filter(([key]) =>
    roles.some(({ segments }) => segments?.includes(key) ?? true),
  );
  const took = theirs.reduce((sum, [, { entries }]) => sum + (entries[stage] ?? 0), 0);
  return Math.max(0, can - took);
}
