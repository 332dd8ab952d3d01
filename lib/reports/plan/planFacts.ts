import {
  addDays,
  addMonths,
  type Day,
  localDayOf,
  monthsBetween,
  startOfLocalDay,
} from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { type BenchmarkRow, listBenchmarks } from '#lib/store/benchmarks.ts';
import { countMonthsToEnd, type MonthsRow } from '#lib/store/countMonthsToEnd.ts';
import { eventRange } from '#lib/store/eventRange.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { sumWins } from '#lib/store/sumWins.ts';
import { exactCohorts } from '../askCohorts.ts';
import type { Cohort } from '../cohorts.ts';
import { pairsOf } from '../composeBowtie.ts';
import { openRevenue } from '../loop/openRevenue.ts';
import type { Grouped, RevenueSums } from '../loop/revenue.ts';
import { LONG, type PastMonth, pastMonths } from './pastMonths.ts';
import { planScope } from './planScope.ts';

/** How far back rates, prices and retention are measured. */
const MONTHS = 12;

/** All that one snapshot knows and a plan may need; groups are segments. */
export type PlanFacts = {
  org: Org;
  asOf: Instant;
  today: Day;
  /** The twelve months of rates, prices and retention. */
  from: Day;
  to: Day;
  /** The conversions of the organization up to going live, in the order of the ladder. */
  pairs: readonly [LadderStage, LadderStage][];
  cohorts: readonly Cohort[];
  /** Ends by calendar month, of entries of 24 months. */
  months: readonly MonthsRow[];
  /** Entries of 24 months as of the start of the plan, or now; the open ones are its pipeline. */
  open: readonly MonthsRow[];
  pipelineAt: { monthsToStart: number; elapsed: number };
  wins: readonly { group: string; wins: number; amount: string }[];
  /** Entries of the past whole months since the first event, the newest last. */
  pastMonths: readonly PastMonth[];
  opening: Grouped<RevenueSums>;
  retention: Grouped<RevenueSums>;
  benchmarks: readonly BenchmarkRow[];
  dataThrough: Instant | null;
};

/** Reads what a plan can take from the organization's own history. */
export async function loadPlanFacts(
  tx: Tx,
  org: Org,
  asked: { start: Day },
  now: Date,
): Promise<PlanFacts> {
  const asOf = now.getTime();
  const today = localDayOf(asOf, org.timeZone);
  const from = addMonths(addDays(today, 1), -MONTHS);
  const to = addDays(today, 1);
  const pairs = pairsOf(org.stages).filter(([, next]) => next !== 'adopted');
  const stages = pairs.map(([stage]) => stage);
  const scope = planScope(org, asOf, stages);
  const startsAt = (day: Day) => startOfLocalDay(day, org.timeZone);
  const range = { from: startsAt(from), to: asOf + 1 };
  const long = { from: startsAt(addMonths(to, -LONG)), to: asOf + 1 };
  const pipeline = pipelineMoment(org, asked.start, asOf);
  const months = await countMonthsToEnd(tx, scope, long, org.timeZone);
  const seen = { ...scope, asOf: pipeline.asOf };
  // Now, and younger than the longest lag: the same entries.
  const open =
    pipeline.asOf === asOf
      ? months
      : await countMonthsToEnd(tx, seen, { from: long.from, to: pipeline.asOf + 1 }, org.timeZone);
  const revenue = await openRevenue(tx, org, asOf, { by: 'segment', where: {} });
  const openingDay = asked.start < to ? asked.start : to;
  const opening = { from: openingDay, to: openingDay };
  const retention = { from, to };
  const { first, last } = await eventRange(tx, asOf);
  const everywhere = { ...scope, stages: org.stages };
  return {
    org,
    asOf,
    today,
    from,
    to,
    pairs,
    cohorts: await exactCohorts(tx, scope, [range.from, range.to]),
    months,
    open,
    pipelineAt: pipeline,
    wins: await sumWins(tx, scope, range),
    pastMonths: await pastMonths(tx, everywhere, { day: today, first }),
    opening: await revenue.sums(opening, [opening]),
    retention: await revenue.sums(retention, [retention]),
    benchmarks: await listBenchmarks(tx),
    dataThrough: last,
  };
}

/** The pipeline is counted now, or at the start of a plan that is running already. */
function pipelineMoment(org: Org, start: Day, now: Instant) {
  const begins = startOfLocalDay(start, org.timeZone);
  // The very last moment before the plan still lies in the month before it.
  if (begins <= now) return { asOf: begins - 1, monthsToStart: 1, elapsed: 1 };
  const today = localDayOf(now, org.timeZone);
  const month = `${today.slice(0, 8)}01`;
  const [first, next] = [month, addMonths(month, 1)].map((day) => {
    return startOfLocalDay(day, org.timeZone);
  });
  const length = (next ?? now) - (first ?? now);
  const elapsed = length === 0 ? 0 : (now - (first ?? now)) / length;
  return { asOf: now, monthsToStart: monthsBetween(today, start), elapsed };
}
