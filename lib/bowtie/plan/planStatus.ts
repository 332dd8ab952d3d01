/** Where a number stands against its plan. */
export type PlanStatus = 'ahead' | 'near' | 'behind';

/** Near is at least this share of what is wanted; where less is better, at most its counterpart. */
const NEAR = 0.8;
const NEAR_LOWER = 1.25;

/**
 * Ahead, near or behind: at or above the plan is ahead, at least 80 % of it near, else behind.
 * Where less is better: at or below is ahead, at most 125 % near. Null without a value or a plan:
 * neutral, never counted. Source: docs/metrics.md, section 1.7 (scoring rule).
 * @example
 * planStatus(0.25, 0.25) // => 'ahead'
 * planStatus(0.2, 0.25) // => 'near'
 * planStatus(0.1999, 0.25) // => 'behind'
 * planStatus(93.75, 75, 'lower') // => 'near'
 * planStatus(null, 75) // => null
 */
export function planStatus(
  value: number | null,
  plan: number | null,
  better: 'higher' | 'lower' = 'higher',
): PlanStatus | null {
  if (value === null || plan === null) return null;
  if (better === 'higher')
    return value >= plan ? 'ahead' : value >= NEAR * plan ? 'near' : 'behind';
  return value <= plan ? 'ahead' : value <= NEAR_LOWER * plan ? 'near' : 'behind';
}
