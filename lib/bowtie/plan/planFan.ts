import { quantile } from '../quantile.ts';
import { flowAt } from './flow.ts';
import { retainedArr } from './newArr.ts';
import { planMonth } from './planMonth.ts';
import type { PlanInput } from './planTypes.ts';
import { segmentFlows } from './segmentFlows.ts';
import { drawFactors, type Uncertainty } from './simulatePlan.ts';

/** ARR at the end of a month: as planned, and the range of the odds. */
export type FanPoint = { month: string; plan: number; p10: number; p50: number; p90: number };

/**
 * The way to the target with its odds, month by month, from the same draws as `simulatePlan`.
 *
 * ARR(m) = opening ARR, moved in even steps to what retention leaves of it, + the wins up to m at
 * their value, as planned and as drawn. The last point is the end of the plan. Numbers in the
 * reporting currency, unrounded. Source: definitions, section 8 (9).
 * @example
 * const bare = { key: 'all', opening_arr: '0', nrr: 1, share: 1, acv: '10', discount: 0, lags: {} };
 * const segments = [{ ...bare, conversions: { 'sal>won': 0.25 } }];
 * const plan = { start: '2027-01-01', months: 2, target_arr: '400', segments, capacity: [] };
 * planFan({ ...plan, rounding: 'none' }, { runs: 10, seed: 1 })
 * // => [{ month: '2027-01', plan: 200, p10: 200, p50: 200, p90: 200 },
 * //  { month: '2027-02', plan: 400, p10: 400, p50: 400, p90: 400 }]
 */
export function planFan(plan: PlanInput, uncertainty: Uncertainty): FanPoint[] {
  const flows = segmentFlows(plan);
  const cumulative = flows.map(({ won, newArr, valuePerWin }) => {
    let sum = 0;
    return Array.from({ length: plan.months }, (_, m) => {
      sum += newArr > 0 ? flowAt(won, m) * valuePerWin : 0;
      return sum;
    });
  });
  const drawn = Array.from({ length: plan.months }, () => new Float64Array(uncertainty.runs));
  drawFactors(plan, flows, uncertainty, (run, factors) => {
    drawn.forEach((results, m) => {
      let sum = 0;
      for (let i = 0; i < flows.length; i += 1)
        sum += (cumulative[i]?.[m] ?? 0) * (factors[i] ?? 0);
      results[run] = sum;
    });
  });
  const opening = plan.segments.reduce((sum, one) => sum + Number(one.opening_arr), 0);
  const retained = Number(retainedArr(plan.segments));
  return drawn.map((results, m): FanPoint => {
    const kept = opening + ((retained - opening) * (m + 1)) / plan.months;
    const sorted = results.sort();
    const at = (p: number) => kept + (quantile(sorted, p) ?? 0);
    const planned = cumulative.reduce((sum, months) => sum + (months[m] ?? 0), 0);
    const month = planMonth(plan.start, m);
    return { month, plan: kept + planned, p10: at(0.1), p50: at(0.5), p90: at(0.9) };
  });
}
