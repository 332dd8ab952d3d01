import { onboardedFlow } from '#lib/bowtie/plan/departmentPlans.ts';
import type { SegmentFlows } from '#lib/bowtie/plan/segmentFlows.ts';

/** The columns of months on a tier's sheet: what comes before the plan, the plan, what is later. */
export type Grid = {
  head: number;
  /** Months before the plan. */
  early: number;
  months: number;
  /** The column of the first month before the plan. */
  from: number;
  /** The column of the first month of the plan. */
  start: number;
  /** The column behind the last month. */
  end: number;
};

const FIRST = 3;

export function gridOf(months: number, flows: SegmentFlows, head: number): Grid {
  const early = Math.max(0, ...[...flows.entries.values()].map((flow) => flow.early));
  const later = Math.max(0, (onboardedFlow([flows])?.values.length ?? 0) - months);
  const start = FIRST + early;
  return { head, early, months, from: FIRST, start, end: start + months + later };
}
