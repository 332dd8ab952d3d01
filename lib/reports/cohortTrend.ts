import { conversionStats } from '#lib/bowtie/conversionStats.ts';
import type { DurationHistogram } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { maturityAge } from '#lib/bowtie/maturedRate.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { TrendPoint } from '#lib/contract/trend.ts';
import { type Durations, mergeDurations, NO_DURATIONS } from '#lib/store/cells/durations.ts';
import { toHistogram } from '#lib/store/cells/toHistogram.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { askCohorts } from './askCohorts.ts';
import { monthsBefore } from './isoOf.ts';
import { isOver, type TrendScope, type TrendSeries } from './trendSeries.ts';

/** How far back the entries lie that say when a cohort is complete. */
const MONTHS = 24;
/** No event is older. */
const EARLIEST = Date.UTC(2000, 0, 1);

/** The cohorts of one group by period, and its entries of the last two years. */
type Cohorts = { byPeriod: Map<number, Durations>; recent: Durations };

/** A conversion by cohorts: how many of each period's entries advanced, and if all is known. */
export async function cohortTrend(
  tx: Tx,
  trend: TrendScope,
  from: LadderStage,
): Promise<TrendSeries> {
  const scope = { ...trend.scope, stages: [from] };
  const recent = await recentCohorts(tx, scope, trend.timeZone);
  const { cohorts } =
    trend.cuts.length < 2 ? { cohorts: [] } : await askCohorts(tx, scope, trend.cuts);
  const groups = new Map<string, Cohorts>();
  for (const { group, bucket, durations } of cohorts) {
    const known = groups.get(group) ?? {
      byPeriod: new Map(),
      recent: recent.find((row) => row.group === group)?.durations ?? NO_DURATIONS,
    };
    known.byPeriod.set(bucket, durations);
    groups.set(group, known);
  }
  const all = {
    byPeriod: mergePeriods(groups),
    recent: mergeDurations(recent.map((row) => row.durations)),
  };
  return {
    groups: new Map([...groups].map(([value, own]) => [value, pointsOf(trend, own)])),
    total: pointsOf(trend, all),
  };
}

/** The entries of the last 24 months; of data that ended before them, all there are. */
async function recentCohorts(tx: Tx, scope: QuestionScope, timeZone: string) {
  const until = scope.asOf + 1;
  const since = monthsBefore(scope.asOf, MONTHS, timeZone);
  const recent = await askCohorts(tx, scope, [since, until]);
  if (recent.cohorts.length > 0) return recent.cohorts;
  return (await askCohorts(tx, scope, [EARLIEST, until])).cohorts;
}

function pointsOf(trend: TrendScope, { byPeriod, recent }: Cohorts): TrendPoint[] {
  const maturity = maturityAge(toHistogram(recent), trend);
  return trend.periods.map((period, bucket) => {
    const own = byPeriod.get(bucket) ?? NO_DURATIONS;
    const histogram = toHistogram(own);
    const { rate, base, advanced, matured } = conversionStats(histogram, trend);
    const complete = isOver(trend, bucket) && isComplete(histogram, maturity, trend.windowDays);
    const point = { ...period, value: rate, base, advanced, matured: matured?.rate ?? null };
    return own.bins === null ? { ...point, complete } : { ...point, complete, approximate: true };
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
  const lists = new Map<number, Durations[]>();
  for (const { byPeriod } of groups.values()) {
    for (const [bucket, durations] of byPeriod) {
      lists.set(bucket, [...(lists.get(bucket) ?? []), durations]);
    }
  }
  return new Map([...lists].map(([bucket, list]) => [bucket, mergeDurations(list)]));
}
