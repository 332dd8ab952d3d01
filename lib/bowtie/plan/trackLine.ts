import { expectedToDate, type PacePoint, requiredRunRate } from './pacing.ts';
import { plannedBy } from './plannedBy.ts';
import { type PlanStatus, planStatus } from './planStatus.ts';

/** The targets of a plan's months, what came in those that have begun, and where it stands. */
export type TrackAsked = {
  targets: readonly number[];
  /** Of the months that have begun, the first first. */
  actuals: readonly number[];
  /** How a month fills; null: evenly. */
  curve: readonly PacePoint[] | null;
  /** Shares of the current month and of the whole plan that have passed, 0..1. */
  inMonth: number;
  elapsed: number;
};

export type Tracked = {
  target: number;
  actual: number;
  expected: number;
  expected_even: number;
  status: PlanStatus | null;
  required_per_month: number | null;
};

/**
 * One target against what came: expected to date, where it stands, and what it takes from here.
 *
 * expected = targets of the whole months that passed + target of this month x share of a month
 * that had come by now in the past. The straight line is target x elapsed. Status by `planStatus`
 * against expected; null while nothing is expected. Required: what is missing over the months left,
 * this one by its rest. Units: those of the targets. Source: definitions, section 8 (10).
 * @example
 * const half = { targets: [10, 20], curve: null, inMonth: 0.5, elapsed: 0.75 };
 * const told = trackLine({ ...half, actuals: [12, 4] });
 * [told.expected, told.expected_even, told.status] // => [20, 22.5, 'near']
 * told.required_per_month // => 28
 * trackLine({ ...half, actuals: [], inMonth: 0, elapsed: 0 }).status // => null
 */
export function trackLine({ targets, actuals, curve, inMonth, elapsed }: TrackAsked): Tracked {
  const target = sumOf(targets);
  const actual = sumOf(actuals);
  const passed = Math.max(0, actuals.length - 1);
  const place = { months: passed, inMonth: actuals.length > 0 ? inMonth : 0 };
  const expected = plannedBy(targets, curve, place);
  const left = actuals.length === 0 ? targets.length : targets.length - passed - inMonth;
  return {
    ...{ target, actual, expected },
    expected_even: expectedToDate(null, { target, elapsed }).onLine,
    status: expected > 0 ? planStatus(actual, expected) : null,
    required_per_month: requiredRunRate({ target, actual, left }),
  };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}
