import { addDays, addMonths, type Day, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { formatCents, parseCents } from '#lib/bowtie/money.ts';
import { periodStart } from '#lib/bowtie/periods.ts';
import { fiscalYearOf } from '#lib/bowtie/plan/fiscalYearOf.ts';
import type { ForecastPart, PlanForecast, PlanForecastAnswer } from '#lib/contract/planForecast.ts';
import { changedOpen } from '#lib/store/changedOpen.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { type WinToRevenue, winsToRevenue } from '#lib/store/winsToRevenue.ts';
import type { ReportContext } from '../context.ts';
import { openRevenue } from '../loop/openRevenue.ts';
import { forecastCauses } from './forecastCauses.ts';
import { type ForecastAsked, forecastScope, loadForecastFacts, MONTHS } from './forecastFacts.ts';
import { type ForecastMoment, forecastMoment } from './forecastMoment.ts';
import { forecastOddsOf } from './forecastOddsOf.ts';
import { forecastArr, forecastParts } from './forecastParts.ts';
import { forecastRequired } from './forecastRequired.ts';
import { openTrack } from './openTrack.ts';
import { publishedInput } from './publishedInput.ts';

type Asked = { as_of?: string | undefined; weeks: number };

/** The projected end of the fiscal year and why it moved, all of one database snapshot. */
export async function getPlanForecast(
  { pool, org }: ReportContext,
  { as_of: asked, weeks }: Asked,
  now: Date,
): Promise<PlanForecastAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { asOf, day, published, meta } = await openTrack(tx, org, asked, now);
    const input = published === null ? null : publishedInput(published.plan);
    const start = input?.start ?? fiscalYearOf(day, org.fiscalStartMonth);
    const end = addMonths(start, input?.months ?? 12);
    const target = input?.target_arr ?? null;
    const forecast = await forecastOf(tx, { org, asOf, start, end, target, weeks });
    const plan = published && {
      ...{ scenario_id: published.scenarioId, version: published.version, name: published.name },
      fiscal_year: fiscalYearOf(start, org.fiscalStartMonth),
    };
    return { data: { plan, forecast }, meta: { ...meta, warnings: [] } };
  });
}

type Known = {
  org: Org;
  asOf: number;
  start: Day;
  end: Day;
  target: string | null;
  weeks: number;
};

/** A moment with what it projects. */
type Projected = ForecastMoment & { parts: ForecastPart[]; arr: string };

async function forecastOf(tx: Tx, known: Known): Promise<PlanForecast | null> {
  const { org, asOf, start, end, target, weeks } = known;
  const since = weekBefore(localDayOf(asOf, org.timeZone), org);
  const endsBefore = (day: Day) => startOfLocalDay(day, org.timeZone) - 1;
  const oldest = addDays(since, -7 * weeks);
  const wins = await winsAfter(tx, known, addMonths(oldest, -MONTHS));
  const now = await momentAt(tx, { ...known, wins });
  if (now === null) return null;
  const past: (Projected | null)[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const before = endsBefore(addDays(since, -7 * week));
    past.push(await momentAt(tx, { ...known, asOf: before, wins }));
  }
  const [before = null] = past;
  const told = [...past.reverse(), now].filter((one) => one !== null);
  const { facts, segments, parts, arr } = now;
  return {
    ...{ start, end, arr, target, parts },
    days_left: now.daysLeft,
    actual: actualOf(now),
    odds: forecastOddsOf(now, target),
    required: target === null ? null : forecastRequired(now, { target, arr }),
    weeks: told.map((one) => ({ as_of: one.facts.day, arr: one.arr, actual: actualOf(one) })),
    change: before === null ? null : await changeOf(tx, [before, now], since),
    rates: segments.flatMap((one) => one.rates),
    measured: {
      rates: { from: localDayOf(facts.since, org.timeZone), to: addDays(facts.day, 1) },
      volumes: facts.recent,
    },
  };
}

/** The wins of all the moments, read once: a later win is left out of an earlier moment. */
async function winsAfter(tx: Tx, { org, asOf }: Known, day: Day): Promise<WinToRevenue[]> {
  const revenue = await openRevenue(tx, org, asOf, { by: null, where: {} });
  const range = { from: startOfLocalDay(day, org.timeZone), to: asOf + 1 };
  return winsToRevenue(tx, forecastScope(org, asOf), range, revenue.source === 'contracts');
}

/** What is known at a moment; null where no revenue is. */
async function momentAt(tx: Tx, asked: ForecastAsked): Promise<Projected | null> {
  const facts = await loadForecastFacts(tx, asked);
  if (facts.source === 'none') return null;
  const moment = forecastMoment(facts);
  const parts = forecastParts(moment);
  return { ...moment, parts, arr: forecastArr(parts) };
}

/** The last first day of a week before this one. */
function weekBefore(day: Day, org: Org): Day {
  return periodStart(addDays(day, -1), 'week', org);
}

function actualOf({ segments }: ForecastMoment): string {
  return formatCents(segments.reduce((sum, { arr }) => sum + parseCents(arr), 0n));
}

async function changeOf(
  tx: Tx,
  [before, after]: [Projected, Projected],
  since: Day,
): Promise<PlanForecast['change']> {
  const { org, asOf, day } = after.facts;
  const change = formatCents(parseCents(after.arr) - parseCents(before.arr));
  const moments = { from: before.facts.asOf, to: asOf };
  const changed = await changedOpen(
    tx,
    { ...forecastScope(org, asOf), stages: after.facts.stages },
    moments,
  );
  const revenue = await openRevenue(tx, org, asOf, { by: 'segment', where: {} });
  const days = { from: since, to: addDays(day, 1) };
  const booked = await revenue.sums(days, [days]);
  const causes = forecastCauses(before, after, { changed, booked }, change);
  return { since, before: before.arr, change, causes };
}
