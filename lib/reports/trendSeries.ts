import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { TrendPoint } from '#lib/contract/trend.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';

/** One trend, definite for one organization: which periods, seen from when. */
export type TrendScope = {
  scope: QuestionScope;
  timeZone: string;
  windowDays: number | null;
  horizonDays: number | null;
  periods: readonly DayRange[];
  /** The instants at which the periods begin, and the last one ends. */
  cuts: readonly Instant[];
};

/** The points of each group that has any, and of all together. */
export type TrendSeries = { groups: Map<string, TrendPoint[]>; total: TrendPoint[] };

/** A period that is not over yet can still receive entries. */
export function isOver({ cuts, scope }: TrendScope, bucket: number): boolean {
  return (cuts[bucket + 1] ?? Number.POSITIVE_INFINITY) <= scope.asOf + 1;
}
