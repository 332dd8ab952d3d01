import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { PlanDefaultsAnswer, PlanDefaultsParams } from '#lib/contract/planDefaults.ts';
import type { PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { planDefaultsOptions } from '#lib/query/planDefaultsOptions.ts';
import { planMonths, planStart } from '#lib/view/plan/planState.ts';
import { layDesk } from './layDesk.ts';
import { planSearch } from './planSearch.ts';
import { prefetchTrack } from './prefetchTrack.ts';

type Home = {
  facts: HomeFacts;
  track: () => Promise<PlanTrackAnswer>;
  planDefaults: (asked: PlanDefaultsParams) => Promise<PlanDefaultsAnswer>;
};

const loadSearch = createLoader(planSearch);

/** What the page Plan reckons with is in the first byte, and so is where the plan stands. */
export async function prefetchPlan(
  { facts, track, planDefaults }: Home,
  desk: Desk,
  searchParams: Promise<SearchParams>,
): Promise<QueryClient> {
  const client = createQueryClient();
  layDesk(client, facts.slug, desk);
  const state = await loadSearch(searchParams);
  const asked = { start: planStart(state.start, facts.calendar), months: planMonths(state.months) };
  const options = planDefaultsOptions(facts.slug, asked.start, asked.months);
  await Promise.all([
    prefetchTrack(client, facts, track),
    // Of a scenario only it knows the span.
    state.scenario === null &&
      client.prefetchQuery({ ...options, queryFn: () => planDefaults(asked) }),
  ]);
  return client;
}
