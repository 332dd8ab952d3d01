import { entriesBefore, type Flow, flowSum, sharesOf } from './flow.ts';
import { exactNewArr, valuePerWin } from './newArr.ts';
import { type ChainStep, planChain } from './planChain.ts';
import type { PlanInput, PlanSegment } from './planTypes.ts';

/** One segment counted back, in full precision. */
export type SegmentFlows = {
  segment: PlanSegment;
  chain: ChainStep[];
  /** What is to be won, as computed: below 0 where retention alone is enough. */
  newArr: number;
  valuePerWin: number;
  wins: number;
  won: Flow;
  /** Required entries by stage of the chain, the months before the plan included. */
  entries: Map<string, Flow>;
  /** The sums of `entries`, divided and not added up: 80 / 0.2 is 400, to the last digit. */
  totals: Map<string, number>;
};

/**
 * Every segment of a plan counted back from its wins, month by month, unrounded.
 *
 * new ARR is split by share; wins = new ARR / value per win (0 where there is nothing to win, or a
 * win is worth nothing), spread by seasonality, else evenly; then stage by stage with its lags.
 * Source: definitions, section 8 (1 to 4).
 * @example
 * const bare = { key: 'all', opening_arr: '0', nrr: 1, share: 1, discount: 0, lags: {} };
 * const segments = [{ ...bare, acv: '10', conversions: { 'sal>won': 0.5 } }];
 * const plan = { start: '2027-01-01', months: 2, target_arr: '40', segments };
 * const [flows] = segmentFlows({ ...plan, rounding: 'none', capacity: [] });
 * flows?.wins // => 4
 * flows?.entries.get('sal') // => { early: 0, values: [4, 4] }
 */
export function segmentFlows(plan: PlanInput): SegmentFlows[] {
  const total = exactNewArr(plan.target_arr, plan.segments);
  const shares = sharesOf(plan.segments.map((one) => one.share));
  return plan.segments.map((segment, i) => {
    const value = valuePerWin(segment);
    const own = total * (shares[i] ?? 0);
    const wins = own > 0 && value > 0 ? own / value : 0;
    const even = new Array<number>(plan.months).fill(1 / plan.months);
    const months = segment.seasonality === undefined ? even : sharesOf(segment.seasonality);
    const won: Flow = { early: 0, values: months.map((share) => wins * share) };
    const chain = planChain(segment.conversions);
    const entries = new Map<string, Flow>();
    const totals = new Map<string, number>();
    let needed = won;
    let count = wins;
    for (const { stage, key, rate } of chain) {
      needed = entriesBefore(needed, rate, segment.lags[key]);
      entries.set(stage, needed);
      count /= rate;
      totals.set(stage, count);
    }
    return { segment, chain, newArr: own, valuePerWin: value, wins, won, entries, totals };
  });
}

/**
 * The whole of a flow, the months before the plan included.
 * @example
 * flowTotal({ early: 1, values: [5, 2] }) // => 7
 */
export function flowTotal(flow: Flow): number {
  return flow.values.reduce((sum, one) => sum + one, 0);
}

/**
 * What of a flow falls before the plan starts: the locked part.
 * @example
 * lockedOf({ early: 1, values: [5, 2] }) // => 5
 */
export function lockedOf(flow: Flow): number {
  return flowSum(flow, -flow.early, 0);
}
