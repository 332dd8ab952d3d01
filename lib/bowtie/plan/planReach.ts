import { ratio } from '../ratio.ts';
import { formatMoney } from './formatMoney.ts';
import type { PlanInput, PlanReach, RolePlan } from './planTypes.ts';
import { lockedOf, type SegmentFlows } from './segmentFlows.ts';
import { type StageLimits, servedShare } from './stageLimits.ts';

/** A share below 1 that is not only arithmetic. */
const SHORT = 1 - 1e-9;

/**
 * How far a plan gets with the heads and the pipeline that are there.
 *
 * Capacity: of every segment the share that gets through all of its stages. Pipeline: the wins that
 * the locked part promises and the open pipeline does not hold, at the stage where most are
 * missing. ARR at the end of the plan, in the reporting currency. Source: definitions, section 8
 * (5, 7).
 * @example
 * const nothing = { segments: [], available: [], limits: new Map(), roles: [] };
 * planReach({ target_arr: '5' }, nothing).arr // => '5.00'
 */
export function planReach(
  { target_arr }: Pick<PlanInput, 'target_arr'>,
  known: {
    segments: readonly SegmentFlows[];
    available: readonly ReadonlyMap<string, number>[];
    limits: StageLimits;
    roles: readonly RolePlan[];
  },
): PlanReach {
  const { segments, available, limits, roles } = known;
  const missing = { capacity: 0, pipeline: 0, both: 0 };
  segments.forEach((one, i) => {
    const own = limits.get(one.segment.key);
    // From left to right, as in the odds: what one stage holds back cannot crowd the next.
    const stages = [...one.chain.map(({ stage }) => stage).reverse(), 'won'];
    const share = stages.reduce((factor, stage) => servedShare(own?.get(stage), factor), 1);
    const capacity = one.wins * (1 - share);
    const pipeline = winsMissing(one, available[i] ?? new Map());
    missing.capacity += capacity * one.valuePerWin;
    missing.pipeline += pipeline * one.valuePerWin;
    missing.both += Math.max(capacity, pipeline) * one.valuePerWin;
  });
  const binds = roles.flatMap(({ role, stage, months }) => {
    const load = months.reduce((sum, month) => sum + month.load, 0);
    const done = months.reduce((sum, month) => sum + month.done, 0);
    const share = ratio(done, load) ?? 1;
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
