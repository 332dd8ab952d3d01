import { type FanPoint, planFan } from '#lib/bowtie/plan/planFan.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { type Odds, simulatePlan, type Uncertainty } from '#lib/bowtie/plan/simulatePlan.ts';

export type OddsAsked = { plan: PlanInput; uncertainty: Uncertainty };

/** With the hires that the plan names, and with the heads that are there today. */
export type OddsTold = { staffed: Odds; today: Odds; fan: FanPoint[] };

/** The odds of a plan and the way there: heavy, so the page leaves it to a worker. */
export function planOdds({ plan, uncertainty }: OddsAsked): OddsTold {
  const staffed = { ...plan, capacity: [] };
  return {
    staffed: simulatePlan(staffed, uncertainty),
    today: simulatePlan(plan, uncertainty),
    fan: planFan(staffed, uncertainty),
  };
}
