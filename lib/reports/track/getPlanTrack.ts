import { addDays, addMonths, type Day } from '#lib/bowtie/localDay.ts';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import { fiscalYearOf } from '#lib/bowtie/plan/fiscalYearOf.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { PlanTrack, PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { ReportContext } from '../context.ts';
import { countTrack } from './countTrack.ts';
import { departmentsOf } from './departmentsOf.ts';
import { momentOf, pacedMonth } from './momentOf.ts';
import { openTrack } from './openTrack.ts';
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
    const { asOf, day, scope, published, meta } = await openTrack(tx, org, asked.as_of, now);
    if (published === null) return { data: { track: null }, meta };
    const { plan, scenarioId: scenario_id, version, name } = published;
    const input = publishedInput(plan);
    const end = addMonths(input.start, input.months);
    const fiscal_year = fiscalYearOf(input.start, org.fiscalStartMonth);
    const told = await trackOf(tx, { org, input, end, asOf, day, scope });
    const { start, target_arr } = input;
    const head = { scenario_id, version, name, fiscal_year, start, end, target_arr };
    return { data: { track: { plan: head, ...told } }, meta };
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
