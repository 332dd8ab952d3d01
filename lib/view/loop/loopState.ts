import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { joinValues } from '#lib/contract/valueList.ts';
import type { ApiParams } from '../homeState.ts';
import { type Calendar, type Period, resolvePeriod, type Span } from '../periods.ts';

export const LOOP_SPLITS = ['none', 'segment', 'product', 'owner', 'region', 'channel'] as const;
export const MEASURES = ['net', 'gross', 'customers'] as const;
export const HORIZONS = ['30', '60', '90', '180'] as const;

type Form = 'figure' | 'table';

/** All that the address of the page Loop says. */
export type LoopState = {
  period: Period;
  from: string | null;
  to: string | null;
  grain: 'month' | 'quarter';
  by: (typeof LOOP_SPLITS)[number];
  bridge: Form;
  growth: Form;
  retention: Form;
  measure: (typeof MEASURES)[number];
  due: (typeof HORIZONS)[number];
  risk: boolean;
  open: string | null;
  account: string | null;
} & Record<Dimension, string[]>;

export function loopSpan(state: LoopState, calendar: Calendar): Span {
  const { from, to } = state;
  const custom = from !== null && to !== null && from <= to ? { from, to } : null;
  return resolvePeriod(state.period, calendar, custom);
}

export function loopFilters(state: LoopState): ApiParams {
  const set = DIMENSIONS.filter((dimension) => state[dimension].length > 0);
  return Object.fromEntries(set.map((one) => [one, joinValues([...state[one]].sort())]));
}

/** The page's one question. */
export function loopParamsOf(state: LoopState, calendar: Calendar): ApiParams {
  const params = { ...loopSpan(state, calendar), grain: state.grain, ...loopFilters(state) };
  return state.by === 'none' ? params : { ...params, by: state.by };
}

/** Whether the address asks for anything but the default question. */
export function isLoopTouched(state: LoopState): boolean {
  const filtered = DIMENSIONS.some((dimension) => state[dimension].length > 0);
  return filtered || state.period !== 'last12' || state.grain !== 'month' || state.by !== 'none';
}
