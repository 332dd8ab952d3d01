import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { BowtieAnswer } from '#lib/contract/bowtie.ts';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { segmentParamsOf } from '#lib/view/homeState.ts';
import { homeSearch } from './homeSearch.ts';
import { layDesk } from './layDesk.ts';

type Ask = (params: Record<string, string>) => Promise<BowtieAnswer>;

const loadSearch = createLoader(homeSearch);

/** The answer of the page's own question, so that the first byte has it. */
export async function prefetchHome(
  { slug, calendar }: HomeFacts,
  searchParams: Promise<SearchParams>,
  ask: Ask,
  desk: Desk,
): Promise<QueryClient> {
  const client = createQueryClient();
  layDesk(client, slug, desk);
  if (calendar.dataThrough === null) return client;
  const params = segmentParamsOf(await loadSearch(searchParams), calendar);
  await client.prefetchQuery({ ...bowtieOptions(slug, params), queryFn: () => ask(params) });
  return client;
}
