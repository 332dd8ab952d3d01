import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { DecomposeAnswer, DecomposeBody } from '#lib/contract/plans.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from '../context.ts';
import { fillPlan } from './fillPlan.ts';
import { loadPlanFacts } from './planFacts.ts';
import { planMetaOf } from './planMetaOf.ts';

/** A target as dated work; what the caller left out comes from the organization's data. */
export async function getDecomposition(
  { pool, org }: ReportContext,
  body: DecomposeBody,
  now: Date,
): Promise<DecomposeAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const facts = await loadPlanFacts(tx, org, body, now);
    const { plan, assumptions } = fillPlan(facts, body);
    return { data: decomposePlan(plan), meta: planMetaOf(facts, assumptions) };
  });
}
