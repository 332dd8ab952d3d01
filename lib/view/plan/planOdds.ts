import { type FanPoint, planFan } from '#lib/bowtie/plan/planFan.ts';
import type { PlanInput, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import {
  type Evidence,
  type Odds,
  simulatePlan,
  type Uncertainty,
} from '#lib/bowtie/plan/simulatePlan.ts';
import type { PlanDefaults } from './planState.ts';

export const RUNS = 10_000;
export const SEED = 1;
const SAME = 1e-9;

export type OddsAsked = { plan: PlanInput; uncertainty: Uncertainty };

/** With the hires that the plan names, and with the heads that are there today. */
export type OddsTold = { staffed: Odds; today: Odds; fan: FanPoint[] };

/** The one question about odds that the page asks, so that its sections cannot disagree. */
export function oddsAsked(plan: PlanInput, known: PlanDefaults): OddsAsked {
  const own_evidence = Object.fromEntries(
    plan.segments.map((segment) => [segment.key, evidenceOf(segment, known)]),
  );
  return { plan, uncertainty: { runs: RUNS, seed: SEED, own_evidence } };
}

/**
 * What was seen of each rate; of one that was set otherwise as much, moved in proportion: else a
 * plan that mends a rate would be drawn as if it stayed broken.
 */
function evidenceOf({ key, conversions }: PlanSegment, known: PlanDefaults) {
  const measured = known.segments.find((one) => one.key === key)?.conversions ?? {};
  const seen = Object.entries(known.evidence[key] ?? {});
  return Object.fromEntries(
    seen.map(([step, one]): [string, Evidence] => {
      const rate = conversions[step];
      const was = measured[step];
      if (rate === undefined || was === undefined || Math.abs(rate - was) <= SAME) {
        return [step, one];
      }
      const moved = was === 0 ? rate * one.trials : (one.successes * rate) / was;
      return [step, { successes: Math.min(one.trials, moved), trials: one.trials }];
    }),
  );
}

/** The odds of a plan and the way there: heavy, so the page leaves it to a worker. */
export function planOdds({ plan, uncertainty }: OddsAsked): OddsTold {
  const staffed = { ...plan, capacity: [] };
  return {
    staffed: simulatePlan(staffed, uncertainty),
    today: simulatePlan(plan, uncertainty),
    fan: planFan(staffed, uncertainty),
  };
}
