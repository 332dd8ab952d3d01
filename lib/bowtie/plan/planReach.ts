import { LADDER } from '../stages.ts';
import { formatMoney } from './formatMoney.ts';
import type { PlanInput, PlanReach, RolePlan } from './planTypes.ts';
import { flowTotal, lockedOf, type SegmentFlows } from './segmentFlows.ts';

/** A share below 1 that is not only arithmetic. */
const SHORT = 1 - 1e-9;

/**
 * The share of each stage's entries that the heads who are there can handle: (locked + done) / all,
 * roles of one stage together. Only stages up to the win that have a role; 1 where nothing is
 * short. Source: definitions, section 8 (7).
 * @example
 * capacityShares([], []).size // => 0
 */
export function capacityShares(
  segments: readonly SegmentFlows[],
  roles: readonly RolePlan[],
): Map<string, number> {
  const shares = new Map<string, number>();
  for (const { stage } of roles) {
    if (LADDER.indexOf(stage) > LADDER.indexOf('won')) continue;
    const flows = segments.flatMap((one) => {
      return stage === 'won' ? [one.won] : (one.entries.get(stage) ?? []);
    });
    const total = flows.reduce((sum, flow) => sum + flowTotal(flow), 0);
    const locked = flows.reduce((sum, flow) => sum + lockedOf(flow), 0);
    const done = roles
      .filter((one) => one.stage === stage)
      .flatMap((one) => one.months)
      .reduce((sum, month) => sum + month.done, 0);
    shares.set(stage, total === 0 ? 1 : Math.min(1, (locked + done) / total));
  }
  return shares;
}

/**
 * How far a plan gets with the heads and the pipeline that are there.
 *
 * Capacity: of every segment the smallest share over its stages. Pipeline: the wins that the locked
 * part promises and the open pipeline does not hold, at the stage where most are missing. ARR at the
 * end of the plan, in the reporting currency. Source: definitions, section 8 (5, 7).
 * @example
 * planReach({ target_arr: '5' }, [], [], []).arr // => '5.00'
 */
export function planReach(
  { target_arr }: Pick<PlanInput, 'target_arr'>,
  segments: readonly SegmentFlows[],
  available: readonly ReadonlyMap<string, number>[],
  roles: readonly RolePlan[],
): PlanReach {
  const shares = capacityShares(segments, roles);
  const missing = { capacity: 0, pipeline: 0, both: 0 };
  segments.forEach((one, i) => {
    const stages = ['won', ...one.chain.map(({ stage }) => stage)];
    const share = Math.min(1, ...stages.map((stage) => shares.get(stage) ?? 1));
    const capacity = one.wins * (1 - share);
    const pipeline = winsMissing(one, available[i] ?? new Map());
    missing.capacity += capacity * one.valuePerWin;
    missing.pipeline += pipeline * one.valuePerWin;
    missing.both += Math.max(capacity, pipeline) * one.valuePerWin;
  });
  const binds = roles.flatMap(({ role, stage }) => {
    const share = shares.get(stage) ?? 1;
    return share < SHORT ? [{ role, stage, share }] : [];
  });
  const less = (amount: number) => formatMoney(Number(target_arr) - amount);
  return {
    within_capacity: less(missing.capacity),
    within_pipeline: less(missing.pipeline),
    arr: less(missing.both),
    binds: binds.sort((a, b) => a.share - b.share),
  };
}

function winsMissing(one: SegmentFlows, available: ReadonlyMap<string, number>): number {
  let rate = 1;
  let most = 0;
  for (const step of one.chain) {
    rate *= step.rate;
    const flow = one.entries.get(step.stage);
    const locked = flow === undefined ? 0 : lockedOf(flow);
    most = Math.max(most, (locked - (available.get(step.stage) ?? 0)) * rate);
  }
  return most;
}
