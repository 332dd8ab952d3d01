import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { Desk } from '#lib/contract/desk.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { type BowtiePage, prefetchBowtie } from './prefetchBowtie.ts';
import { stagesSearch } from './stagesSearch.ts';

const loadSearch = createLoader(stagesSearch);

/** The answers that the page is laid out by, so that the first byte has them. */
export async function prefetchStages(
  page: BowtiePage,
  searchParams: Promise<SearchParams>,
  desk: Desk,
): Promise<QueryClient> {
  const { calendar } = page.facts;
  return prefetchBowtie(page, desk, async () =>
    questionParams(await loadSearch(searchParams), calendar),
  );
}
