import { LADDER, type LadderStage } from '../stages.ts';
import { availablePipeline } from './availablePipeline.ts';
import { departmentPlans, onboardedFlow } from './departmentPlans.ts';
import { type Flow, flowAt } from './flow.ts';
import { newArr } from './newArr.ts';
import { planCapacity } from './planCapacity.ts';
import { planGaps } from './planGaps.ts';
import { planMonth } from './planMonth.ts';
import { planProblems } from './planProblems.ts';
import { planReach } from './planReach.ts';
import type { PlanInput, PlanResult, SegmentPlan } from './planTypes.ts';
import { roundFlow, roundPlan } from './roundPlan.ts';
import { lockedOf, type SegmentFlows, segmentFlows } from './segmentFlows.ts';
import { splitMoney } from './splitMoney.ts';
import { stageLimits } from './stageLimits.ts';
import { stageLoads } from './stageLoads.ts';

/**
 * A target as dated work: what has to enter each stage in each month, per segment and department,
 * what must already be in the pipeline, which heads it takes, and what is missing.
 *
 * new ARR = target - sum of opening ARR x NRR, split by share; wins = new ARR / (ACV x (1 -
 * discount) x CR6), spread by seasonality; stage by stage backwards entries = entries of the next /
 * conversion, earlier by the lags. Months + locked = total. Full precision, but with `rounding:
 * 'display'`: then annual counts are rounded up and all parts sum exactly to them. `gaps` and
 * `feasible` never change what is required; `reach` says how far the heads and the pipeline that
 * are there would get. Nothing to win: wins and entries 0. Source: definitions, section 8 (1 to 7).
 * @example
 * const conversions = { 'sal>won': 0.2, 'sql>sal': 0.9 };
 * const lags = { 'sal>won': [0, 0, 0.5, 0.5] };
 * const bare = { key: 'all', opening_arr: '2000000', nrr: 1, share: 1, acv: '50000', discount: 0 };
 * const segments = [{ ...bare, conversions, lags }];
 * const plan = { start: '2027-01-01', months: 12, target_arr: '6000000', segments, capacity: [] };
 * const told = decomposePlan({ ...plan, rounding: 'none' });
 * told.new_arr // => '4000000.00'
 * told.segments[0]?.wins // => 80
 * told.segments[0]?.entries.sal // => 400
 * told.segments[0]?.locked.sal.toFixed(2) // => '83.33'
 * decomposePlan({ ...plan, rounding: 'display' }).segments[0]?.entries.sql // => 445
 */
export function decomposePlan(plan: PlanInput): PlanResult {
  const flows = segmentFlows(plan);
  const available = flows.map((one) => availablePipeline(one, plan.months));
  const amounts = splitMoney(
    newArr(plan.target_arr, plan.segments),
    plan.segments.map(({ share }) => share),
  );
  const exact = flows.map((one, i) => segmentPlan(plan, one, available[i], amounts[i] ?? '0.00'));
  const display = plan.rounding === 'display';
  const segments = display ? roundPlan(exact) : exact;
  const live = onboardedFlow(flows);
  const onboarded = display && live !== null ? roundFlow(live) : live;
  const departments = departmentPlans(plan, stagesOf(flows), segments, onboarded);
  const loads = stageLoads(flows, plan.months, display ? segments : []);
  const capacity = planCapacity(plan.capacity, plan, loads, display);
  const gaps = planGaps(plan, segments, capacity);
  const limits = stageLimits(flows, plan);
  const reach = planReach(plan, { segments: flows, available, limits, roles: capacity });
  return {
    new_arr: newArr(plan.target_arr, plan.segments),
    segments,
    departments,
    capacity,
    feasible: gaps.length === 0,
    gaps,
    reach,
    problems: planProblems(plan, { flows, capacity, gaps, reach }),
  };
}

/** The stages that any segment counts back to, from left to right, and the win. */
function stagesOf(flows: readonly SegmentFlows[]): LadderStage[] {
  const used = new Set(flows.flatMap(({ chain }) => chain.map(({ stage }) => stage)));
  return LADDER.filter((stage) => stage === 'won' || used.has(stage));
}

function segmentPlan(
  plan: PlanInput,
  flows: SegmentFlows,
  available: ReadonlyMap<string, number> | undefined,
  amount: string,
): SegmentPlan {
  const { entries, won } = flows;
  const each = (of: (flow: Flow) => number): Record<string, number> =>
    Object.fromEntries([...entries].map(([stage, flow]) => [stage, of(flow)]));
  return {
    key: flows.segment.key,
    new_arr: amount,
    wins: flows.wins,
    entries: Object.fromEntries(flows.totals),
    months: Array.from({ length: plan.months }, (_, i) => ({
      month: planMonth(plan.start, i),
      wins: flowAt(won, i),
      entries: each((flow) => flowAt(flow, i)),
    })),
    locked: each(lockedOf),
    available: Object.fromEntries(available ?? []),
  };
}
