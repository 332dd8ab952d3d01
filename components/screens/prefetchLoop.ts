import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { LoopPageAnswer } from '#lib/contract/loop.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { loopOptions } from '#lib/query/loopOptions.ts';
import { loopParamsOf } from '#lib/view/loop/loopState.ts';
import { layDesk } from './layDesk.ts';
import { loopSearch } from './loopSearch.ts';

type Ask = (params: Record<string, string>) => Promise<LoopPageAnswer>;

const loadSearch = createLoader(loopSearch);

/** The answer of the page's own question, so that the first byte has it. */
export async function prefetchLoop(
  { slug, calendar }: HomeFacts,
  searchParams: Promise<SearchParams>,
  ask: Ask,
  desk: Desk,
): Promise<QueryClient> {
  const client = createQueryClient();
  layDesk(client, slug, desk);
  const params = loopParamsOf(await loadSearch(searchParams), calendar);
  await client.prefetchQuery({ ...loopOptions(slug, params), queryFn: () => ask(params) });
  return client;
}
