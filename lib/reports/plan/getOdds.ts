import { planChain } from '#lib/bowtie/plan/planChain.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { simulatePlan } from '#lib/bowtie/plan/simulatePlan.ts';
import type { PlanMeta } from '#lib/contract/planMeta.ts';
import type { SimulateAnswer, SimulateBody } from '#lib/contract/plans.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from '../context.ts';
import { fillPlan } from './fillPlan.ts';
import { loadPlanFacts } from './planFacts.ts';
import { planMetaOf } from './planMetaOf.ts';

/** The odds of a plan: the same plan as `decompose` counts back, drawn many times. */
export async function getOdds(
  { pool, org }: ReportContext,
  body: SimulateBody,
  now: Date,
): Promise<SimulateAnswer> {
  const { runs, seed, evidence, volumes, ...asked } = body;
  return inOrg(pool, org.id, 'read', async (tx) => {
    const facts = await loadPlanFacts(tx, org, asked, now);
    const { plan, assumptions } = fillPlan(facts, asked);
    const data = simulatePlan(plan, { runs, seed, evidence, volumes });
    return { data, meta: planMetaOf(facts, assumptions, unused(plan, body)) };
  });
}

/** Evidence and volumes that no segment's chain meets change nothing: said, not hidden. */
function unused(
  { segments }: PlanInput,
  { evidence, volumes }: SimulateBody,
): PlanMeta['warnings'] {
  const chains = segments.flatMap(({ conversions }) => planChain(conversions));
  const keys = new Set(['won>onboarded', ...chains.map(({ key }) => key)]);
  const stages = new Set<string>(chains.map(({ stage }) => stage));
  const idle = [
    ...Object.keys(evidence ?? {})
      .filter((key) => !keys.has(key))
      .map((key) => `evidence.${key}`),
    ...Object.keys(volumes ?? {})
      .filter((one) => !stages.has(one))
      .map((one) => `volumes.${one}`),
  ];
  return idle.map((path) => {
    return { code: 'unused_input', message: `${path}: no segment of the plan counts back to it` };
  });
}
