import { type Day, monthsBetween } from '../localDay.ts';
import { type PacePoint, paceAt } from './pacing.ts';

/** A moment within a plan: its whole months that have passed, and the share of the next, 0..1. */
export type PlanPlace = { months: number; inMonth: number };

/**
 * Where a day begins within a plan that starts with the first of a month; before it: its start.
 * @example
 * planPlace('2026-02-15', '2026-01-01') // => { months: 1, inMonth: 0.5 }
 * planPlace('2025-12-31', '2026-01-01') // => { months: 0, inMonth: 0 }
 */
export function planPlace(day: Day, start: Day): PlanPlace {
  if (day <= start) return { months: 0, inMonth: 0 };
  const [year = 0, month = 0, date = 1] = day.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { months: monthsBetween(start, day), inMonth: (date - 1) / days };
}

/**
 * What of monthly targets was to come before a moment of the plan: its whole months, and of the
 * month that runs the share that `curve` says; null: evenly. After the last month: all of them.
 * Units: those of the targets. Source: definitions, section 8 (10).
 * @example
 * plannedBy([10, 20], null, { months: 1, inMonth: 0.5 }) // => 20
 * plannedBy([10, 20], [{ elapsed: 1, share: 1 }], { months: 7, inMonth: 0.5 }) // => 30
 */
export function plannedBy(
  targets: readonly number[],
  curve: readonly PacePoint[] | null,
  { months, inMonth }: PlanPlace,
): number {
  const whole = targets.slice(0, months).reduce((sum, one) => sum + one, 0);
  return whole + (targets[months] ?? 0) * (curve === null ? inMonth : paceAt(curve, inMonth));
}

/**
 * The whole targets between neighbouring moments of a plan, which ascend. What was to come by each
 * moment is rounded, not the parts: so the parts of a month sum exactly to it, whatever the cuts,
 * and no sum from the start is more than a half off.
 * @example
 * const weeks = [0, 0.25, 0.5, 0.75, 1].map((inMonth) => ({ months: 0, inMonth }));
 * plannedBetween([10], null, weeks) // => [3, 2, 3, 2]
 */
export function plannedBetween(
  targets: readonly number[],
  curve: readonly PacePoint[] | null,
  places: readonly PlanPlace[],
): number[] {
  const sums = places.map((place) => Math.round(plannedBy(targets, curve, place)));
  return sums.slice(1).map((sum, i) => sum - (sums[i] ?? 0));
}
