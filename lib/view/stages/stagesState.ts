import type { Dimension } from '#lib/bowtie/dimensions.ts';
import { type ApiParams, type HomeState, scopeParams } from '../homeState.ts';
import type { Calendar } from '../periods.ts';

/** What a gap is held against. */
export const TARGETS = ['best_quarter', 'best_pod', 'benchmark'] as const;
export type Target = (typeof TARGETS)[number];

/** All that the address of the page Stages says; `trend` is the chosen conversion. */
export type StagesState = HomeState & {
  by: Dimension;
  and: Dimension | null;
  level: 'role' | 'owner';
  against: Target;
  agesShow: 'figure' | 'table';
  stayShow: 'figure' | 'table';
};

/** The page asks about cohorts, whatever clock the address carries over from elsewhere. */
export function asCohort<S extends HomeState>(state: S): S {
  return state.clock === 'cohort' ? state : { ...state, clock: 'cohort' };
}

export function questionParams(
  state: HomeState,
  calendar: Calendar,
  more: Record<string, string | null> = {},
): ApiParams {
  const params = scopeParams(asCohort(state), calendar);
  for (const [name, value] of Object.entries(more)) if (value !== null) params[name] = value;
  return params;
}
