import type { Day } from '#lib/bowtie/localDay.ts';
import { addDays, addMonths, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { type BenchmarkRow, listBenchmarks } from '#lib/store/benchmarks.ts';
import { countCohort } from '#lib/store/countCohort.ts';
import { countFlows } from '#lib/store/countFlows.ts';
import { countMonthsToEnd, type MonthsRow } from '#lib/store/countMonthsToEnd.ts';
import { eventRange } from '#lib/store/eventRange.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { sumWins } from '#lib/store/sumWins.ts';
import { type Cohort, toCohorts } from '../cohorts.ts';
import { pairsOf } from '../composeBowtie.ts';
import { openRevenue } from '../loop/openRevenue.ts';
import type { Grouped, RevenueSums } from '../loop/revenue.ts';

/** How far back rates, prices and retention are measured, and lags and seasons. */
const MONTHS = 12;
const LONG = 24;

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
  /** Open entries of any age, at the start of the plan or now. */
  open: readonly MonthsRow[];
  pipelineAt: { monthsToStart: number; elapsed: number };
  wins: readonly { group: string; wins: number; amount: string }[];
  /** Wins of past whole months by group, the newest last; `month` is 1 to 12. */
  winMonths: readonly { month: number; wins: ReadonlyMap<string, number> }[];
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
  const where = { motion: ['new_business'] };
  const pairs = pairsOf(org.stages).filter(([, next]) => next !== 'adopted');
  const stages = pairs.map(([stage]) => stage);
  const scope: QuestionScope = { asOf, rule: 'implied', stages, by: 'segment', where };
  const startsAt = (day: Day) => startOfLocalDay(day, org.timeZone);
  const range = { from: startsAt(from), to: asOf + 1 };
  const long = { from: startsAt(addMonths(to, -LONG)), to: asOf + 1 };
  const pipeline = pipelineMoment(org, asked.start, asOf);
  const seen = { ...scope, asOf: pipeline.asOf };
  const revenue = await openRevenue(tx, org, asOf, { by: 'segment', where: {} });
  const openingDay = asked.start < to ? asked.start : to;
  const opening = { from: openingDay, to: openingDay };
  const retention = { from, to };
  return {
    org,
    asOf,
    today,
    from,
    to,
    pairs,
    cohorts: toCohorts(await countCohort(tx, scope, [range.from, range.to])),
    months: await countMonthsToEnd(tx, scope, long, org.timeZone),
    open: await countMonthsToEnd(tx, seen, { from: EVER, to: pipeline.asOf + 1 }, org.timeZone),
    pipelineAt: pipeline,
    wins: await sumWins(tx, scope, range),
    winMonths: await winsByMonth(tx, scope, org, today),
    opening: await revenue.sums(opening, [opening]),
    retention: await revenue.sums(retention, [retention]),
    benchmarks: await listBenchmarks(tx),
    dataThrough: (await eventRange(tx, asOf)).last,
  };
}

const EVER = Date.parse('1900-01-01');

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
  const monthsToStart =
    (Number(start.slice(0, 4)) - Number(today.slice(0, 4))) * 12 +
    Number(start.slice(5, 7)) -
    Number(today.slice(5, 7));
  const length = (next ?? now) - (first ?? now);
  return { asOf: now, monthsToStart, elapsed: length === 0 ? 0 : (now - (first ?? now)) / length };
}

/** Wins of the whole months before this one, from the first with any event on, at most 24. */
async function winsByMonth(tx: Tx, scope: QuestionScope, org: Org, today: Day) {
  const end = `${today.slice(0, 8)}01`;
  const days = Array.from({ length: LONG + 1 }, (_, i) => addMonths(end, i - LONG));
  const cuts = days.map((day) => startOfLocalDay(day, org.timeZone));
  const { first } = await eventRange(tx, scope.asOf);
  const flows = await countFlows(tx, { ...scope, stages: ['won'] }, cuts);
  const begun = cuts.findIndex((cut) => first !== null && cut >= first);
  return days.slice(0, LONG).flatMap((day, place) => {
    if (begun === -1 || place < begun) return [];
    const own = flows.filter(({ bucket }) => bucket === place);
    const wins = new Map(own.map(({ group, entries }) => [group, entries]));
    return [{ month: Number(day.slice(5, 7)), wins }];
  });
}
