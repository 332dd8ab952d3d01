import { addDays, addMonths, type Day, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import { fiscalYearOf } from '#lib/bowtie/plan/fiscalYearOf.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { PlanTrack, PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { type BowtieQuery, toBowtieQuery } from '#lib/contract/query.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { ReportContext } from '../context.ts';
import { publishedPlan } from '../plan/publishedPlan.ts';
import { resolveQuery } from '../resolveQuery.ts';
import { countTrack } from './countTrack.ts';
import { departmentsOf } from './departmentsOf.ts';
import { publishedInput } from './publishedInput.ts';
import { trackArr } from './trackArr.ts';
import { type Moment, trackStages } from './trackStages.ts';

/** The published plan of the fiscal year against what came, all of one database snapshot. */
export async function getPlanTrack(
  { pool, org }: ReportContext,
  asked: { as_of?: string | undefined },
  now: Date,
): Promise<PlanTrackAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const today = localDayOf(now.getTime(), org.timeZone);
    const query = queryOf(today, addDays(today, 1), asked.as_of);
    const { asOf, scope, meta } = await resolveQuery(tx, org, query, now);
    const day = localDayOf(asOf, org.timeZone);
    const published = await publishedPlan(tx, org, day);
    const { as_of, time_zone, currency, data_through } = meta;
    const about = { org: org.slug, as_of, time_zone, currency, data_through };
    if (published === null) return { data: { track: null }, meta: about };
    const { plan, scenarioId: scenario_id, version, name } = published;
    const input = publishedInput(plan);
    const end = addMonths(input.start, input.months);
    const fiscal_year = fiscalYearOf(input.start, org.fiscalStartMonth);
    const told = await trackOf(tx, { org, input, end, asOf, day, scope });
    const { start, target_arr } = input;
    const head = { scenario_id, version, name, fiscal_year, start, end, target_arr };
    return { data: { track: { plan: head, ...told } }, meta: about };
  });
}

type Asked = {
  org: Org;
  input: PlanInput;
  end: Day;
  asOf: Instant;
  day: Day;
  scope: Parameters<typeof countTrack>[1];
};

async function trackOf(tx: Tx, asked: Asked): Promise<Omit<PlanTrack, 'plan'>> {
  const { org, input, asOf, day, scope, end } = asked;
  const moment = momentOf(asked);
  const { start } = input;
  const { begun } = moment;
  const last = begun === 0 ? day : addDays(addMonths(start, begun), -1);
  const month = `${(day < last ? day : last).slice(0, 8)}01`;
  const counts = await countTrack(tx, scope, { start, begun, month });
  const result = decomposePlan(input);
  const { stages, segments } = trackStages(result, counts, moment);
  const until = day < end ? addDays(day, 1) : end;
  const range = { from: start, to: until < start ? start : until };
  const money = await trackArr(tx, org, { asOf, range, input, segments, result, moment });
  return {
    elapsed: moment.elapsed,
    pacing: counts.pacing,
    ...money,
    ...{ stages, segments },
    departments: departmentsOf(stages, money.nrr.status),
  };
}

function momentOf({ org, input, end, asOf }: Asked): Moment {
  const { start, months } = input;
  const at = (day: Day) => startOfLocalDay(day, org.timeZone);
  const share = (from: Instant, to: Instant) => {
    return Math.min(1, Math.max(0, (asOf + 1 - from) / (to - from)));
  };
  const cuts = Array.from({ length: months + 1 }, (_, i) => at(addMonths(start, i)));
  const begun = cuts.slice(0, months).filter((cut) => cut <= asOf).length;
  const [from, to] = [cuts[begun - 1], cuts[begun]];
  const inMonth = from === undefined || to === undefined ? 0 : share(from, to);
  return { begun, inMonth, elapsed: share(at(start), at(end)) };
}

function queryOf(from: Day, to: Day, as_of: string | undefined): BowtieQuery {
  const shared = { from, to, clock: 'period', rule: 'implied', by: 'segment' } as const;
  return toBowtieQuery({ ...shared, as_of });
}
