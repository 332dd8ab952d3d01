import { sharesOf } from './flow.ts';
import type { PlanInput, PlanProblem } from './planTypes.ts';

/** What typing decimals leaves over; the rest is arithmetic over shares of the sum. */
const TOLERANCE = 1e-6;

function sumFault(path: string, weights: readonly number[]): PlanProblem[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  if (Math.abs(sum - 1) <= TOLERANCE) return [];
  const value = sum === 0 ? weights.map(() => 1 / weights.length) : sharesOf(weights);
  const nearest = [{ path, value }];
  return [{ code: 'sum_not_one', weight: 'stop', path, values: { sum }, nearest }];
}

/**
 * Weights of a plan that are none: shares, lags and seasonality that do not sum to 1 (within 1e-6),
 * or a seasonality with another number of months than the plan. Each with the nearest weights that
 * do. Source: definitions, section 8.
 * @example
 * const one = { share: 0.5, lags: {}, seasonality: [1] };
 * const [fault] = planSums({ months: 1, segments: [one] });
 * [fault?.code, fault?.path, fault?.values.sum] // => ['sum_not_one', 'segments', 0.5]
 * fault?.nearest // => [{ path: 'segments', value: [1] }]
 * planSums({ months: 1, segments: [{ ...one, share: 1 }] }) // => []
 */
export function planSums({ months, segments }: Pick<PlanInput, 'months' | 'segments'>) {
  const faults: PlanProblem[] = sumFault(
    'segments',
    segments.map(({ share }) => share),
  );
  segments.forEach(({ lags, seasonality }, i) => {
    for (const [key, weights] of Object.entries(lags)) {
      faults.push(...sumFault(`segments.${i}.lags.${key}`, weights));
    }
    if (seasonality === undefined) return;
    const path = `segments.${i}.seasonality`;
    if (seasonality.length === months) {
      faults.push(...sumFault(path, seasonality));
      return;
    }
    const value = new Array<number>(months).fill(1 / months);
    const values = { months, given: seasonality.length };
    const nearest = [{ path, value }];
    faults.push({ code: 'wrong_length', weight: 'stop', path, values, nearest });
  });
  return faults;
}
