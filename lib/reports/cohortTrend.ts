import { conversionStats } from '#lib/bowtie/conversionStats.ts';
import {
  type DurationHistogram,
  durationHistogram,
  mergeHistograms,
} from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { maturityAge } from '#lib/bowtie/maturedRate.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { TrendPoint } from '#lib/contract/trend.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { askCohorts, withHistogram } from './askCohorts.ts';
import { monthsBefore } from './isoOf.ts';
import { isOver, type TrendScope, type TrendSeries } from './trendSeries.ts';

/** How far back the entries lie that say when a cohort is complete. */
const MONTHS = 24;
/** No event is older. */
const EARLIEST = Date.UTC(2000, 0, 1);
const EMPTY = durationHistogram([]);

/** The cohorts of one group by period, and its entries of the last two years. */
type Cohorts = { byPeriod: Map<number, DurationHistogram>; recent: DurationHistogram };

/** A conversion by cohorts: how many of each period's entries advanced, and if all is known. */
export async function cohortTrend(
  tx: Tx,
  trend: TrendScope,
  from: LadderStage,
): Promise<TrendSeries> {
  const scope = { ...trend.scope, stages: [from] };
  const recent = await recentCohorts(tx, scope, trend.timeZone);
  const cohorts = trend.cuts.length < 2 ? [] : await cohortsOf(tx, scope, trend.cuts);
  const groups = new Map<string, Cohorts>();
  for (const { group, bucket, histogram } of cohorts) {
    const known = groups.get(group) ?? {
      byPeriod: new Map(),
      recent: recent.find((row) => row.group === group)?.histogram ?? EMPTY,
    };
    known.byPeriod.set(bucket, histogram);
    groups.set(group, known);
  }
  const all = { byPeriod: mergePeriods(groups), recent: merge(recent) };
  return {
    groups: new Map([...groups].map(([value, own]) => [value, pointsOf(trend, own)])),
    total: pointsOf(trend, all),
  };
}

/** The entries of the last 24 months; of data that ended before them, all there are. */
async function recentCohorts(tx: Tx, scope: QuestionScope, timeZone: string) {
  const until = scope.asOf + 1;
  const since = monthsBefore(scope.asOf, MONTHS, timeZone);
  const recent = await cohortsOf(tx, scope, [since, until]);
  return recent.length > 0 ? recent : cohortsOf(tx, scope, [EARLIEST, until]);
}

async function cohortsOf(tx: Tx, scope: QuestionScope, cuts: readonly Instant[]) {
  const { cohorts } = await askCohorts(tx, scope, cuts);
  return cohorts.map(withHistogram);
}

function pointsOf(trend: TrendScope, { byPeriod, recent }: Cohorts): TrendPoint[] {
  const maturity = maturityAge(recent, trend);
  return trend.periods.map((period, bucket) => {
    const histogram = byPeriod.get(bucket) ?? EMPTY;
    const { rate, base, advanced, matured } = conversionStats(histogram, trend);
    const complete = isOver(trend, bucket) && isComplete(histogram, maturity, trend.windowDays);
    return { ...period, value: rate, base, advanced, matured: matured?.rate ?? null, complete };
  });
}

/** Each entry has ended, its window included, or is older than most take to advance. */
function isComplete(
  { ms, open }: DurationHistogram,
  maturity: number | null,
  windowDays: number | null,
): boolean {
  const never = Number.POSITIVE_INFINITY;
  const limit = Math.min(maturity ?? never, windowDays ?? never) * DAY_MS;
  for (let i = 0; i < ms.length; i += 1) {
    if ((open[i] ?? 0) > 0 && (ms[i] ?? 0) <= limit) return false;
  }
  return true;
}

function mergePeriods(groups: ReadonlyMap<string, Cohorts>): Cohorts['byPeriod'] {
  const lists = new Map<number, DurationHistogram[]>();
  for (const { byPeriod } of groups.values()) {
    for (const [bucket, histogram] of byPeriod) {
      lists.set(bucket, [...(lists.get(bucket) ?? []), histogram]);
    }
  }
  return new Map([...lists].map(([bucket, list]) => [bucket, mergeHistograms(list)]));
}

function merge(rows: readonly { histogram: DurationHistogram }[]): DurationHistogram {
  return mergeHistograms(rows.map((row) => row.histogram));
}
