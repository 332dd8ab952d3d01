import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { LoopPageAnswer } from '#lib/contract/loop.ts';
import type { PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { loopOptions } from '#lib/query/loopOptions.ts';
import { loopParamsOf } from '#lib/view/loop/loopState.ts';
import { layDesk } from './layDesk.ts';
import { loopSearch } from './loopSearch.ts';
import { prefetchTrack } from './prefetchTrack.ts';

type Page = {
  facts: HomeFacts;
  ask: (params: Record<string, string>) => Promise<LoopPageAnswer>;
  track: () => Promise<PlanTrackAnswer>;
};

const loadSearch = createLoader(loopSearch);

/** The answer of the page's own question, so that the first byte has it. */
export async function prefetchLoop(
  { facts, ask, track }: Page,
  searchParams: Promise<SearchParams>,
  desk: Desk,
): Promise<QueryClient> {
  const { slug, calendar } = facts;
  const client = createQueryClient();
  layDesk(client, slug, desk);
  const params = loopParamsOf(await loadSearch(searchParams), calendar);
  await Promise.all([
    client.prefetchQuery({ ...loopOptions(slug, params), queryFn: () => ask(params) }),
    prefetchTrack(client, facts, track),
  ]);
  return client;
}
