import type { Day } from '#lib/bowtie/localDay.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { PacePoint } from '#lib/bowtie/plan/pacing.ts';
import {
  type PlanPlace,
  plannedBetween,
  plannedBy,
  planPlace,
} from '#lib/bowtie/plan/plannedBy.ts';
import type { TargetPoint } from '#lib/contract/planTargets.ts';
import type { ChosenSegment } from './chosenTargets.ts';
import type { Moment } from './momentOf.ts';

export type TargetsAsked = {
  periods: readonly DayRange[];
  plan: { start: Day; end: Day };
  segments: readonly ChosenSegment[];
  curve: readonly PacePoint[] | null;
  /** Now: its local day, and where it lies in the plan. */
  day: Day;
  moment: Moment;
};

/** What is said of a period that has no target. */
export const NO_TARGET = { target: null, expected: null, sum: null, expected_sum: null };

/** Whole entries for each period: segment by segment, so that tiers sum to all of them. */
export function countTargets(asked: TargetsAsked): TargetPoint[] {
  const { periods, plan, segments, curve } = asked;
  const place = (day: Day) => planPlace(day, plan.start);
  const start = place(plan.start);
  const now = nowIn(asked);
  const sumOf = (of: (targets: readonly number[]) => number) =>
    segments.reduce((sum, { targets }) => sum + of(targets), 0);
  const whole = (from: PlanPlace, to: PlanPlace) =>
    sumOf((targets) => plannedBetween(targets, curve, [from, to])[0] ?? 0);
  const by = (moment: PlanPlace) => sumOf((targets) => plannedBy(targets, curve, moment));
  return periods.map((period) => {
    if (isOutside(period, plan)) return { ...period, ...NO_TARGET };
    const [from, to] = [place(period.from), place(period.to)];
    const runs = isRunning(period, asked);
    return {
      ...period,
      target: whole(from, to),
      expected: runs ? by(now) - by(from) : null,
      sum: whole(start, to),
      expected_sum: runs ? by(now) : null,
    };
  });
}

/** A period with no day of the plan. */
export function isOutside({ from, to }: DayRange, plan: { start: Day; end: Day }): boolean {
  return to <= plan.start || from >= plan.end;
}

export function isRunning({ from, to }: DayRange, { day, plan }: TargetsAsked): boolean {
  return from <= day && day < to && plan.start <= day && day < plan.end;
}

export function nowIn({ moment: { begun, inMonth } }: TargetsAsked): PlanPlace {
  return { months: Math.max(0, begun - 1), inMonth: begun === 0 ? 0 : inMonth };
}
