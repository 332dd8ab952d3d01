import type { PlanDefaultsAnswer, PlanDefaultsParams } from '#lib/contract/planDefaults.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from '../context.ts';
import { planDefaultsOf } from './planDefaultsOf.ts';
import { loadPlanFacts } from './planFacts.ts';
import { planMetaOf } from './planMetaOf.ts';

/** Every input of a plan from the organization's own data, and what it has done so far. */
export async function getPlanDefaults(
  { pool, org }: ReportContext,
  asked: PlanDefaultsParams,
  now: Date,
): Promise<PlanDefaultsAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const facts = await loadPlanFacts(tx, org, asked, now);
    const { data, assumptions } = await planDefaultsOf(tx, facts, asked);
    return { data, meta: planMetaOf(facts, assumptions) };
  });
}
