import { planStatus } from '#lib/bowtie/plan/planStatus.ts';
import type { TargetPoint } from '#lib/contract/planTargets.ts';
import type { TrendPoint } from '#lib/contract/trend.ts';
import { daysApart } from './daysApart.ts';
import type { TrackStatus } from './plan/trackItems.ts';
import type { Cell } from './toCsv.ts';

export type TargetDot = {
  from: string;
  to: string;
  /** What came; null: the interval has not begun. */
  value: number | null;
  complete: boolean;
  /** The value once the interval is over, and until then, with the point that it starts from. */
  solid: number | null;
  soFar: number | null;
  target: number | null;
  /** The target as it is drawn: not where an interval is cut and a fall would be none. */
  line: number | null;
  /** Of the interval that runs: the target by now. */
  expected: number | null;
  /** Against what was expected by now, of past intervals against the target. */
  status: TrackStatus;
};

type Asked = {
  /** The last day that is known. */
  today: string;
  /** From the start of the plan on, added up. */
  sum: boolean;
  grain: 'week' | 'month';
  plan: { start: string; end: string } | null;
  /** Below it a target says nothing yet: half an entry is shown as none. */
  least: number;
};

const SHORTEST = { week: 7, month: 28 };

/** What came beside what the plan asks, interval by interval. */
export function prepareTargets(
  points: readonly TrendPoint[],
  targets: readonly TargetPoint[],
  asked: Asked,
): TargetDot[] {
  const { today, sum, least } = asked;
  const plans = new Map(targets.map((one) => [one.from, one]));
  let so = 0;
  const dots = points.map(({ from, to, value, complete }): TargetDot => {
    so += value ?? 0;
    const own = from <= today ? (sum ? so : value) : null;
    const plan = plans.get(from);
    const target = (sum ? plan?.sum : plan?.target) ?? null;
    const expected = (sum ? plan?.expected_sum : plan?.expected) ?? null;
    const wanted = expected ?? (complete ? target : null);
    const isOdd = !sum && isPartly({ from, to }, asked.plan);
    const isCut = !sum && daysApart(from, to) < SHORTEST[asked.grain];
    return {
      ...{ from, to, value: own, complete, target, expected },
      solid: complete ? own : null,
      soFar: complete ? null : own,
      line: isOdd || isCut ? null : target,
      status: isOdd || wanted === null || wanted <= least ? null : planStatus(own, wanted),
    };
  });
  return dots.map((dot, i) => {
    const touches = dot.solid !== null && (dots[i + 1]?.soFar ?? null) !== null;
    return touches ? { ...dot, soFar: dot.solid } : dot;
  });
}

/** Some of its days are not the plan's, so that what came in it is no answer to the target. */
function isPartly(
  { from, to }: { from: string; to: string },
  plan: { start: string; end: string } | null,
): boolean {
  return plan !== null && (from < plan.start || to > plan.end);
}

/** The interval that runs: where a plan stands today; null: none of the plan does. */
export function runningDot(dots: readonly TargetDot[]): TargetDot | null {
  return dots.find(({ expected, value }) => expected !== null && value !== null) ?? null;
}

export function targetTable(dots: readonly TargetDot[]): Cell[][] {
  return [
    ['from', 'to', 'actual', 'target', 'expected_by_now', 'status', 'complete'],
    ...dots.map(({ from, to, value, target, expected, status, complete }) => [
      ...[from, to, value, target, expected, status],
      complete ? 'yes' : 'no',
    ]),
  ];
}
