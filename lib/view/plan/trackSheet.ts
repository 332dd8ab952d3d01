import type { PlanTrack, TrackLine } from '#lib/contract/planTrack.ts';
import type { Cell } from '../toCsv.ts';

/** Every target of a plan with its months as a file has them: all first, then each segment. */
export function trackSheet({ stages, segments }: PlanTrack): Cell[][] {
  const months = stages[0]?.months.map(({ month }) => month) ?? [];
  const head = [
    ...['segment', 'stage', 'status', 'actual', 'expected', 'expected_even', 'target'],
    ...['required_per_month', ...months.flatMap((month) => [`${month} target`, `${month} actual`])],
  ];
  const lineOf = (segment: string, line: TrackLine): Cell[] => [
    ...[segment, line.stage, line.status, line.actual, line.expected, line.expected_even],
    ...[line.target, line.required_per_month],
    ...line.months.flatMap(({ target, actual }) => [target, actual]),
  ];
  return [
    head,
    ...stages.map((line) => lineOf('', line)),
    ...segments.flatMap(({ key, stages: own }) => own.map((line) => lineOf(key, line))),
  ];
}
