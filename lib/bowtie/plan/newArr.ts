import { Decimal } from 'decimal.js';
import type { PlanSegment } from './planTypes.ts';

type Kept = Pick<PlanSegment, 'opening_arr' | 'nrr'>;

const Exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });

/**
 * What the customers of the start are worth at the end: sum of opening ARR x NRR. In the reporting
 * currency, rounded half up to the cent once. Source: definitions, section 8 (1).
 * @example
 * retainedArr([{ opening_arr: '2000000', nrr: 1.05 }]) // => '2100000.00'
 */
export function retainedArr(segments: readonly Kept[]): string {
  return exactlyRetained(segments).toFixed(2);
}

function exactlyRetained(segments: readonly Kept[]): Decimal {
  return segments.reduce((sum, one) => {
    return sum.plus(new Exact(one.opening_arr).times(one.nrr));
  }, new Exact(0));
}

/**
 * What has to be won in the plan: target - sum of opening ARR x NRR, rounded half up to the cent
 * once; at or below 0 nothing has to be won. New contracts are annual: they neither churn nor renew
 * inside the year. Source: definitions, section 8 (1).
 * @example
 * newArr('6000000', [{ opening_arr: '2000000', nrr: 1 }]) // => '4000000.00'
 * newArr('2000000', [{ opening_arr: '2000000', nrr: 1.1 }]) // => '-200000.00'
 */
export function newArr(targetArr: string, segments: readonly Kept[]): string {
  return new Exact(targetArr).minus(exactlyRetained(segments)).toFixed(2);
}

/**
 * The same as a number, not rounded to the cent: what wins are counted from.
 * @example
 * exactNewArr('1', [{ opening_arr: '0.01', nrr: 0.5 }]) // => 0.995
 */
export function exactNewArr(targetArr: string, segments: readonly Kept[]): number {
  return new Exact(targetArr).minus(exactlyRetained(segments)).toNumber();
}

/**
 * What a win adds at the end of the plan: list price x (1 - discount) x share that goes live (1
 * where `won>onboarded` is not known). Source: definitions, section 8 (2).
 * @example
 * valuePerWin({ acv: '50000', discount: 0.2, conversions: { 'won>onboarded': 0.5 } }) // => 20000
 */
export function valuePerWin(one: Pick<PlanSegment, 'acv' | 'discount' | 'conversions'>): number {
  const live = one.conversions['won>onboarded'] ?? 1;
  return new Exact(one.acv).times(new Exact(1).minus(one.discount)).times(live).toNumber();
}
