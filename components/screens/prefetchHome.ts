import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { segmentParamsOf } from '#lib/view/homeState.ts';
import { homeSearch } from './homeSearch.ts';
import { type AskBowtie, prefetchBowtie } from './prefetchBowtie.ts';

const loadSearch = createLoader(homeSearch);

/** The answer of the page's own question, so that the first byte has it. */
export async function prefetchHome(
  facts: HomeFacts,
  searchParams: Promise<SearchParams>,
  ask: AskBowtie,
  desk: Desk,
): Promise<QueryClient> {
  const params = async () => segmentParamsOf(await loadSearch(searchParams), facts.calendar);
  return prefetchBowtie(facts, desk, { ask, params });
}
