import { localDayOf } from '#lib/bowtie/localDay.ts';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanPrint } from '#lib/contract/planPaper.ts';
import type { SimulateBody } from '#lib/contract/plans.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { listPeople } from '#lib/store/listPeople.ts';
import type { ReportContext } from '../context.ts';
import { fillPlan } from './fillPlan.ts';
import { paperAssumptions } from './paperAssumptions.ts';
import { planDefaultsOf } from './planDefaultsOf.ts';
import { loadPlanFacts } from './planFacts.ts';

/** A plan with all that a sheet or a printed page shows of it. */
export async function getPlanPaper(
  { pool, org }: ReportContext,
  body: SimulateBody,
  now: Date,
): Promise<PlanPrint> {
  const { runs, seed, evidence, volumes, ...asked } = body;
  return inOrg(pool, org.id, 'read', async (tx) => {
    const facts = await loadPlanFacts(tx, org, asked, now);
    const { plan, assumptions } = fillPlan(facts, asked);
    const own = await planDefaultsOf(tx, facts, asked);
    return {
      org: org.name,
      currency: org.currency,
      madeOn: localDayOf(now.getTime(), org.timeZone),
      plan: { ...plan, rounding: 'none' },
      exact: decomposePlan({ ...plan, rounding: 'none' }),
      whole: decomposePlan({ ...plan, rounding: 'display' }),
      assumptions: paperAssumptions(plan, assumptions, own),
      timeZone: org.timeZone,
      isSample: org.isSample,
      people: (await listPeople(tx)).map(({ name, role }) => ({ name, role })),
      known: own.data,
      uncertainty: { runs, seed, evidence, volumes, own_evidence: own.data.evidence },
    };
  });
}
