import type { PlanSegment } from './planTypes.ts';

/**
 * What the customers of the plan's start were to pay at a moment of it: in even steps from opening
 * ARR to opening ARR x NRR. `elapsed`: share of the plan that has passed. Units: money.
 * Source: definitions, section 8 (1) and (10).
 * @example
 * plannedKept([{ opening_arr: '200', nrr: 1.1 }], 0.5) // => 210
 */
export function plannedKept(
  segments: readonly Pick<PlanSegment, 'opening_arr' | 'nrr'>[],
  elapsed: number,
): number {
  const sumOf = (of: (one: (typeof segments)[number]) => number) =>
    segments.reduce((sum, one) => sum + of(one), 0);
  const opening = sumOf((one) => Number(one.opening_arr));
  const kept = sumOf((one) => Number(one.opening_arr) * one.nrr);
  return opening + (kept - opening) * elapsed;
}
