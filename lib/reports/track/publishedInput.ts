import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { DecomposeBody } from '#lib/contract/plans.ts';

/** A published plan as it was locked: nothing in it follows later data. */
export function publishedInput({ start, months, target_arr, ...plan }: DecomposeBody): PlanInput {
  const segments = (plan.segments ?? []).map(({ lags = {}, conversions = {}, ...own }) => ({
    key: own.key,
    opening_arr: own.opening_arr ?? '0.00',
    nrr: own.nrr ?? 1,
    grr: own.grr,
    share: own.share ?? 0,
    acv: own.acv ?? '1.00',
    discount: own.discount ?? 0,
    ...{ conversions, lags, seasonality: own.seasonality },
  }));
  return { start, months, target_arr, rounding: 'display', segments, capacity: [] };
}
