import { conversionStats } from '#lib/bowtie/conversionStats.ts';
import { type DurationHistogram, mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope, Range } from '#lib/store/questionScope.ts';
import { exactCohorts } from '../askCohorts.ts';

/** Longer than the median of those that advanced by this factor: stuck. */
const STUCK = 1.5;

type Limit = {
  histogram: DurationHistogram;
  stats: ReturnType<typeof conversionStats>;
  /** Days of a stay from which on a record is stuck; null without a median. */
  limitDays: number | null;
  /** The moment at which the stock is looked at. */
  moment: Instant;
  /** Stays that began before are longer than the limit. */
  before: Instant | null;
};

/** From when on a record of the stock of a stage counts as stuck, by the cohort of the question. */
export async function stuckSince(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
  query: BowtieQuery,
): Promise<Limit> {
  const cohorts = await exactCohorts(tx, scope, [range.from, range.to]);
  const histogram = mergeHistograms(cohorts.map((one) => one.histogram));
  const stats = conversionStats(histogram, query);
  const { p50 } = stats.days;
  const limitDays = p50 === null ? null : STUCK * p50;
  const moment = Math.min(range.to - 1, scope.asOf);
  const before = limitDays === null ? null : Math.floor(moment - limitDays * DAY_MS);
  return { histogram, stats, limitDays, moment, before };
}
