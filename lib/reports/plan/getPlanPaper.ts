import { localDayOf } from '#lib/bowtie/localDay.ts';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanPaper } from '#lib/contract/planPaper.ts';
import type { SimulateBody } from '#lib/contract/plans.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from '../context.ts';

import { fillPlan } from './fillPlan.ts';
import { loadPlanFacts } from './planFacts.ts';

/** A plan with all that a sheet or a printed page shows of it. */
export async function getPlanPaper(
  { pool, org }: ReportContext,
  body: SimulateBody,
  now: Date,
): Promise<PlanPaper> {
  const { runs: _r, seed: _s, evidence: _e, volumes: _v, ...asked } = body;
  return inOrg(pool, org.id, 'read', async (tx) => {
    const facts = await loadPlanFacts(tx, org, asked, now);
    const { plan, assumptions } = fillPlan(facts, asked);
    return {
      org: org.name,
      currency: org.currency,
      madeOn: localDayOf(now.getTime(), org.timeZone),
      plan: { ...plan, rounding: 'none' },
      exact: decomposePlan({ ...plan, rounding: 'none' }),
      whole: decomposePlan({ ...plan, rounding: 'display' }),
      assumptions,
    };
  });
}
