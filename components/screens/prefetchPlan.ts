import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { PlanDefaultsAnswer, PlanDefaultsParams } from '#lib/contract/planDefaults.ts';
import { planDefaultsOptions } from '#lib/query/planDefaultsOptions.ts';
import { planMonths, planStart } from '#lib/view/plan/planState.ts';
import { planSearch } from './planSearch.ts';

const loadSearch = createLoader(planSearch);

/** What the page Plan reckons with is in the first byte; of a scenario only it knows the span. */
export async function prefetchPlan(
  client: QueryClient,
  { slug, calendar }: HomeFacts,
  ask: (asked: PlanDefaultsParams) => Promise<PlanDefaultsAnswer>,
  searchParams: Promise<SearchParams>,
): Promise<void> {
  const state = await loadSearch(searchParams);
  if (state.scenario !== null) return;
  const asked = { start: planStart(state.start, calendar), months: planMonths(state.months) };
  const options = planDefaultsOptions(slug, asked.start, asked.months);
  await client.prefetchQuery({ ...options, queryFn: () => ask(asked) });
}
