import type { SavedView, ViewsAnswer } from '#lib/contract/views.ts';
import type { ViewPage } from '#lib/contract/viewWords.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { type ListedView, listViews } from '#lib/store/savedViews.ts';
import type { ReportContext } from './context.ts';

/** The organization's views as one reader sees them; `null` is nobody in particular. */
export async function getViews(
  { pool, org }: ReportContext,
  reader: string | null,
  page?: ViewPage,
): Promise<ViewsAnswer> {
  const views = await inOrg(pool, org.id, 'read', (tx) => listViews(tx, reader, { page }));
  return { data: { views: views.map(toSavedView) } };
}

export function toSavedView({ createdAt, updatedAt, isDefault, ...view }: ListedView): SavedView {
  return {
    ...view,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    is_default: isDefault,
  };
}
