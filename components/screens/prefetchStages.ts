import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { type AskBowtie, prefetchBowtie } from './prefetchBowtie.ts';
import { stagesSearch } from './stagesSearch.ts';

const loadSearch = createLoader(stagesSearch);

/** The answer that the page is laid out by, so that the first byte has it. */
export async function prefetchStages(
  facts: HomeFacts,
  searchParams: Promise<SearchParams>,
  ask: AskBowtie,
  desk: Desk,
): Promise<QueryClient> {
  const params = async () => questionParams(await loadSearch(searchParams), facts.calendar);
  return prefetchBowtie(facts, desk, { ask, params });
}
