import type { ParserMap } from 'nuqs/server';
import type { ViewPage } from '#lib/contract/viewWords.ts';
import { homeSearch } from '../homeSearch.ts';
import { loopSearch } from '../loopSearch.ts';
import { planSearch } from '../planSearch.ts';
import { stagesSearch } from '../stagesSearch.ts';

/** What the address of each page can say. */
export const VIEW_SEARCH: Record<ViewPage, ParserMap> = {
  home: homeSearch,
  loop: loopSearch,
  plan: planSearch,
  stages: stagesSearch,
};

export function viewPath(slug: string, page: ViewPage): string {
  return page === 'home' ? `/${slug}` : `/${slug}/${page}`;
}
