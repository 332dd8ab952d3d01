import { addDays, addMonths, type Day, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import { type DueAheadRow, dueAhead } from '#lib/store/dueAhead.ts';
import { eventRange } from '#lib/store/eventRange.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import type { WinToRevenue } from '#lib/store/winsToRevenue.ts';
import { exactCohorts } from '../askCohorts.ts';
import type { Cohort } from '../cohorts.ts';
import { openRevenue } from '../loop/openRevenue.ts';
import type { Grouped, Revenue, RevenueSums } from '../loop/revenue.ts';
import { pastMonths } from '../plan/pastMonths.ts';
import { planScope } from '../plan/planScope.ts';

/** How far back rates, prices and retention are measured. */
export const MONTHS = 12;
/** How many days say what comes now. */
const RECENT = 91;

/** All that a projection rests on, as known at one moment; groups are segments. */
export type ForecastFacts = {
  org: Org;
  asOf: Instant;
  /** The local day of `asOf`, and the day after the projection's last. */
  day: Day;
  end: Day;
  /** The stages before the win, in order. */
  stages: readonly LadderStage[];
  /** Entries since this moment. */
  since: Instant;
  cohorts: readonly Cohort[];
  /** Whole days whose entries into the first stage say what comes now. */
  recent: DayRange;
  entered: readonly { group: string; entries: number }[];
  /** Entries into the first stage in the past whole months, the newest last. */
  months: readonly { month: number; entries: number }[];
  /** Of the same twelve months as the cohorts. */
  wins: readonly WinToRevenue[];
  due: readonly DueAheadRow[];
  source: Revenue['source'];
  /** Twelve months, one after the other, up to the end of the day. */
  arr: Grouped<RevenueSums>;
};

export type ForecastAsked = {
  org: Org;
  asOf: Instant;
  end: Day;
  /** At least those of the twelve months before `asOf`. */
  wins: readonly WinToRevenue[];
};

/** Reads what is known at a moment of what is on the way to the end of the year. */
export async function loadForecastFacts(tx: Tx, asked: ForecastAsked): Promise<ForecastFacts> {
  const { org, asOf, end } = asked;
  const day = localDayOf(asOf, org.timeZone);
  const to = addDays(day, 1);
  const startsAt = (one: Day) => startOfLocalDay(one, org.timeZone);
  const stages = org.stages.filter((one) => LADDER.indexOf(one) < LADDER.indexOf('won'));
  const scope = forecastScope(org, asOf);
  const range = { from: startsAt(addMonths(to, -MONTHS)), to: asOf + 1 };
  const { first } = await eventRange(tx, asOf);
  const recent = recentDays(asOf, first, org.timeZone);
  const inner = [recent.from, recent.to].map(startsAt);
  const cuts = [range.from, ...inner, range.to].filter((cut, i, all) => cut > (all[i - 1] ?? 0));
  const cohorts = await exactCohorts(tx, { ...scope, stages }, cuts);
  const revenue = await openRevenue(tx, org, asOf, { by: 'segment', where: {} });
  const year = { from: addMonths(to, -MONTHS), to };
  const periods = Array.from({ length: MONTHS }, (_, i) => {
    return { from: addMonths(to, i - MONTHS), to: addMonths(to, i + 1 - MONTHS) };
  });
  const entering = { ...scope, by: null, stages: stages.slice(0, 1) };
  const past = stages.length === 0 ? [] : await pastMonths(tx, entering, { day, first });
  const known = { past: year, ahead: { from: to, to: end }, asOfDay: day };
  return {
    ...{ org, asOf, day, end, stages, since: range.from, recent, cohorts },
    entered: cohorts.filter(({ bucket, stage }) => {
      return stage === stages[0] && cuts[bucket] === startsAt(recent.from);
    }),
    months: past.map(({ month, entries: own }) => ({
      month: Number(month.slice(5, 7)),
      entries: own.reduce((sum, { entries }) => sum + entries, 0),
    })),
    wins: asked.wins.filter(({ at }) => at >= range.from && at <= asOf),
    due: revenue.source === 'contracts' ? await dueAhead(tx, known) : [],
    source: revenue.source,
    arr: await revenue.sums(year, periods),
  };
}

/** New business by segment, from the first stage to the win. */
export function forecastScope(org: Org, asOf: Instant): QuestionScope {
  return planScope(org, asOf, org.stages);
}

/** The last whole days, since there are events. */
function recentDays(asOf: Instant, first: Instant | null, timeZone: string): DayRange {
  const day = localDayOf(asOf, timeZone);
  const next = addDays(day, 1);
  const to = startOfLocalDay(next, timeZone) <= asOf + 1 ? next : day;
  const begun = first === null ? to : localDayOf(first, timeZone);
  const usual = addDays(to, -RECENT);
  const from = begun > usual ? begun : usual;
  return { from: from < to ? from : addDays(to, -1), to };
}
