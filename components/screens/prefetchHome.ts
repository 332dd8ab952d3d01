import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { Desk } from '#lib/contract/desk.ts';
import { segmentParamsOf } from '#lib/view/homeState.ts';
import { homeSearch } from './homeSearch.ts';
import { type BowtiePage, prefetchBowtie } from './prefetchBowtie.ts';

const loadSearch = createLoader(homeSearch);

/** The answer of the page's own question, so that the first byte has it. */
export async function prefetchHome(
  page: BowtiePage,
  searchParams: Promise<SearchParams>,
  desk: Desk,
): Promise<QueryClient> {
  const { calendar } = page.facts;
  return prefetchBowtie(page, desk, async () =>
    segmentParamsOf(await loadSearch(searchParams), calendar),
  );
}
