import { planStatus } from '#lib/bowtie/plan/planStatus.ts';
import type { TargetPoint } from '#lib/contract/planTargets.ts';
import type { TrendPoint } from '#lib/contract/trend.ts';
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
};

/** What came beside what the plan asks, interval by interval. */
export function prepareTargets(
  points: readonly TrendPoint[],
  targets: readonly TargetPoint[],
  { today, sum }: Asked,
): TargetDot[] {
  const asked = new Map(targets.map((one) => [one.from, one]));
  let so = 0;
  const dots = points.map(({ from, to, value, complete }): TargetDot => {
    const begun = from <= today;
    so += value ?? 0;
    const own = begun ? (sum ? so : value) : null;
    const plan = asked.get(from);
    const target = (sum ? plan?.sum : plan?.target) ?? null;
    const expected = (sum ? plan?.expected_sum : plan?.expected) ?? null;
    const wanted = expected ?? (complete ? target : null);
    const solid = complete ? own : null;
    const soFar = complete ? null : own;
    const status = wanted === null || wanted <= 0 ? null : planStatus(own, wanted);
    return { from, to, value: own, complete, solid, soFar, target, expected, status };
  });
  return dots.map((dot, i) => {
    const touches = dot.solid !== null && (dots[i + 1]?.soFar ?? null) !== null;
    return touches ? { ...dot, soFar: dot.solid } : dot;
  });
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
