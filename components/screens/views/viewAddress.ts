import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { SavedView } from '#lib/contract/views.ts';
import type { ViewPage } from '#lib/contract/viewWords.ts';
import { readView } from './readView.ts';
import { viewPath } from './viewSearch.ts';

type Asked = Record<string, string | string[] | undefined>;

/**
 * Where a page goes that was opened bare, or by the link of a view: the address then says all that
 * is shown. Null: it stays.
 */
export function viewAddress(
  page: ViewPage,
  asked: Asked,
  facts: HomeFacts,
  views: readonly SavedView[],
): string | null {
  const names = Object.keys(asked);
  const bare = names.length === 0;
  if (!bare && (names.length > 1 || names[0] !== 'view')) return null;
  const view = views.find((one) => {
    return one.page === page && (bare ? one.is_default : one.id === asked.view);
  });
  if (view === undefined) return null;
  const { query } = readView(page, view.query, facts);
  // The link of a view of the page as it comes says all already.
  return query === '' && !bare ? null : viewLink(facts.slug, view, query);
}

/** A link to a view; without a query it follows what the view is changed to. */
export function viewLink(slug: string, { id, page }: SavedView, query = ''): string {
  return `${viewPath(slug, page)}?view=${id}${query === '' ? '' : `&${query}`}`;
}
