import type { z } from 'zod';
import { addMonths, localDayOf } from '#lib/bowtie/localDay.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanTargetsAnswer, planTargetsParams } from '#lib/contract/planTargets.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from '../context.ts';
import { periodCuts } from '../periodCuts.ts';
import { planScope } from '../plan/planScope.ts';
import { publishedPlan } from '../plan/publishedPlan.ts';
import { resolveQuery } from '../resolveQuery.ts';
import { followedBy, toTrendQuery } from '../trendQuery.ts';
import { chosenTargets } from './chosenTargets.ts';
import { countTargets, NO_TARGET } from './countTargets.ts';
import { levelTargets } from './levelTargets.ts';
import { momentOf, pacedMonth } from './momentOf.ts';
import { paceCurves } from './paceCurves.ts';
import { publishedInput } from './publishedInput.ts';

type Missing = NonNullable<PlanTargetsAnswer['data']['missing']>;

/** What a published plan asks of each period of a trend: the same question, the same periods. */
export async function getPlanTargets(
  { pool, org }: ReportContext,
  params: z.output<typeof planTargetsParams>,
  now: Date,
): Promise<PlanTargetsAnswer> {
  const query = toTrendQuery(params);
  const followed = followedBy(query, org);
  const { timeZone } = org;
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { asOf, meta } = await resolveQuery(tx, org, query.bowtie, now);
    const { periods } = periodCuts(query.bowtie, query.grain, org);
    const published = await publishedPlan(tx, org, localDayOf(asOf, timeZone));
    if (published === null) return { data: none(null, periods, 'no_plan'), meta };
    const input = publishedInput(published.plan);
    const { start, months } = input;
    const plan = { name: published.name, start, end: addMonths(start, months) };
    const chosen = chosenTargets(input, decomposePlan(input), followed, query.bowtie.where);
    if ('missing' in chosen) return { data: none(plan, periods, chosen.missing), meta };
    const moment = momentOf(input, asOf, timeZone);
    const month = pacedMonth(start, moment.begun, asOf, timeZone);
    const { curve } = await paceCurves(tx, planScope(org, asOf, [chosen.stage], null), month);
    const day = localDayOf(asOf, timeZone);
    const asked = { ...chosen, periods, plan, day, moment, timeZone, curve: curve(chosen.stage) };
    const points =
      chosen.level === null ? countTargets(asked) : levelTargets({ ...asked, level: chosen.level });
    return { data: { plan, missing: null, points }, meta };
  });
}

function none(
  plan: PlanTargetsAnswer['data']['plan'],
  periods: readonly DayRange[],
  missing: Missing,
): PlanTargetsAnswer['data'] {
  return { plan, missing, points: periods.map((period) => ({ ...period, ...NO_TARGET })) };
}
