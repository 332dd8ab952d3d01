import type { PlanSegment } from '#lib/bowtie/plan/planTypes.ts';

type Kept = Pick<PlanSegment, 'nrr' | 'grr'>;

/** What churn leaves of a tier; where nobody told it apart, all that lies below 1 is churn. */
export function grrOf({ grr, nrr }: Kept): number {
  return Math.min(grr ?? 1, nrr);
}

/** What those who stay add, as a share of what stays. */
export function expansionOf(segment: Kept): number {
  const grr = grrOf(segment);
  return grr === 0 ? 0 : segment.nrr / grr - 1;
}
