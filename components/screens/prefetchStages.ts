import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { type AskBowtie, prefetchBowtie } from './prefetchBowtie.ts';
import { prefetchTrack } from './prefetchTrack.ts';
import { stagesSearch } from './stagesSearch.ts';

type Page = { facts: HomeFacts; ask: AskBowtie; track: () => Promise<PlanTrackAnswer> };

const loadSearch = createLoader(stagesSearch);

/** The answers that the page is laid out by, so that the first byte has them. */
export async function prefetchStages(
  { facts, ask, track }: Page,
  searchParams: Promise<SearchParams>,
  desk: Desk,
): Promise<QueryClient> {
  const params = async () => questionParams(await loadSearch(searchParams), facts.calendar);
  const client = await prefetchBowtie(facts, desk, { ask, params });
  await prefetchTrack(client, facts, track);
  return client;
}
