import { addDays, addMonths, type Day, localDayOf } from '#lib/bowtie/localDay.ts';
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
import { momentOf, pacedMonth } from './momentOf.ts';
import { publishedInput } from './publishedInput.ts';
import { trackArr } from './trackArr.ts';
import { trackStages } from './trackStages.ts';

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
  const moment = momentOf(input, asOf, org.timeZone);
  const { start } = input;
  const { begun } = moment;
  const month = pacedMonth(start, begun, asOf, org.timeZone);
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

function queryOf(from: Day, to: Day, as_of: string | undefined): BowtieQuery {
  const shared = { from, to, clock: 'period', rule: 'implied', by: 'segment' } as const;
  return toBowtieQuery({ ...shared, as_of });
}
