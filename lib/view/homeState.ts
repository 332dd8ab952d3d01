import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { joinValues } from '#lib/contract/valueList.ts';
import type { Clock, Compare, Outcome, RULES } from '#lib/contract/vocabulary.ts';
import type { HandOff } from './handOff.ts';
import { type Calendar, type Period, resolvePeriod, type Span } from './periods.ts';

/** All that the address of the home page says. */
export type HomeState = {
  period: Period;
  from: string | null;
  to: string | null;
  compare: Compare;
  clock: Clock;
  rule: (typeof RULES)[number];
  window: number | null;
  show: 'figure' | 'table';
  right: 'counts' | 'money';
  trend: string | null;
  grain: 'week' | 'month';
  trendShow: 'figure' | 'table';
  /** Each interval, or added up from the start of the published plan. */
  pace: 'each' | 'sum';
  open: string | null;
  outcome: Outcome | null;
  record: string | null;
} & Record<Dimension, string[]>;

/** Parameters of the API; defaults are absent, so equal questions are equal values. */
export type ApiParams = Record<string, string>;

export function spanOf(state: HomeState, calendar: Calendar): Span {
  const { from, to } = state;
  const custom = from !== null && to !== null && from <= to ? { from, to } : null;
  return resolvePeriod(state.period, calendar, custom);
}

/** What every report of the page shares. */
export function scopeParams(state: HomeState, calendar: Calendar): ApiParams {
  const params: ApiParams = spanOf(state, calendar);
  if (state.clock !== 'cohort') params.clock = state.clock;
  if (state.rule !== 'implied') params.rule = state.rule;
  if (state.window !== null && state.clock === 'cohort') params.window_days = String(state.window);
  for (const dimension of DIMENSIONS) {
    if (state[dimension].length > 0) params[dimension] = joinValues([...state[dimension]].sort());
  }
  return params;
}

export function bowtieParamsOf(state: HomeState, calendar: Calendar): ApiParams {
  const params = scopeParams(state, calendar);
  return state.compare === 'none' ? params : { ...params, compare: state.compare };
}

/** The small figures beneath: one per tier. */
export function segmentParamsOf(state: HomeState, calendar: Calendar): ApiParams {
  return { ...bowtieParamsOf(state, calendar), by: 'segment' };
}

/**
 * One conversion over time. Every point matures over the horizon of the whole period: its own, of
 * few entries, would end early and make the unripe points lower than they are.
 */
export function trendParamsOf(
  state: HomeState,
  calendar: Calendar,
  { id, matured }: Pick<HandOff, 'id' | 'matured'>,
): ApiParams {
  const params = { ...scopeParams(state, calendar), grain: state.grain, conversion: id };
  if (state.clock !== 'cohort' || !matured || matured.horizon_days <= 0) return params;
  return { ...params, horizon_days: String(Math.ceil(matured.horizon_days)) };
}

/** One metric over the period of the page, or over the plan that it is held against. */
export function metricParamsOf(
  state: HomeState,
  calendar: Calendar,
  { id, plan }: { id: string; plan: { start: string; end: string } | null },
): ApiParams {
  const span = plan === null ? {} : { from: plan.start, to: plan.end };
  return { ...scopeParams(state, calendar), ...span, grain: state.grain, metric: id };
}

/** Whether the address asks for anything but the default question. */
export function isTouched(state: HomeState): boolean {
  const { period, compare, clock, rule, window } = state;
  const usual = period === 'last12' && compare === 'previous' && clock === 'cohort';
  const filtered = DIMENSIONS.some((dimension) => state[dimension].length > 0);
  return filtered || !usual || rule !== 'implied' || window !== null;
}
