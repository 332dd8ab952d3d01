import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { BowtieAnswer } from '#lib/contract/bowtie.ts';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { layDesk } from './layDesk.ts';
import { stagesSearch } from './stagesSearch.ts';

type Ask = (params: Record<string, string>) => Promise<BowtieAnswer>;

const loadSearch = createLoader(stagesSearch);

/** The answer that the page is laid out by, so that the first byte has it. */
export async function prefetchStages(
  { slug, calendar }: HomeFacts,
  searchParams: Promise<SearchParams>,
  ask: Ask,
  desk: Desk,
): Promise<QueryClient> {
  const client = createQueryClient();
  layDesk(client, slug, desk);
  if (calendar.dataThrough === null) return client;
  const params = questionParams(await loadSearch(searchParams), calendar);
  await client.prefetchQuery({ ...bowtieOptions(slug, params), queryFn: () => ask(params) });
  return client;
}
