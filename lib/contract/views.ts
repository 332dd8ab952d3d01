import { z } from 'zod';
import { isStorable } from './isStorable.ts';
import { shortName } from './shortName.ts';
import { MAX_VIEW_NAME, MAX_VIEW_QUERY, VIEW_PAGES } from './viewWords.ts';

const name = shortName(MAX_VIEW_NAME);

/** A query string in the one order that equal questions share. */
const query = z
  .string()
  .max(MAX_VIEW_QUERY, `must be at most ${MAX_VIEW_QUERY} characters`)
  .refine(isStorable, 'must be text without NUL')
  .transform((text) => {
    const params = new URLSearchParams(text);
    params.sort();
    return params.toString();
  })
  .describe('What the address of the page says, as a query string; empty: the page as it comes');

const page = z.enum(VIEW_PAGES);

export const viewBody = z.strictObject({ page, name, query });

export const viewChanges = z
  .strictObject({ name: name.optional(), query: query.optional() })
  .refine((one) => one.name !== undefined || one.query !== undefined, 'must change something');

export const viewsParams = z.strictObject({ page: page.optional() });
export const viewTarget = z.strictObject({ id: z.uuid() });

const view = z.strictObject({
  id: z.uuid(),
  page,
  name: z.string(),
  query: z.string(),
  created_at: z.string(),
  updated_at: z.string(),
  is_default: z
    .boolean()
    .describe(
      'Whether the asking browser opens the page with it; false for a key, which is nobody',
    ),
});

export const viewAnswer = z.strictObject({ data: view });
export const viewsAnswer = z.strictObject({ data: z.strictObject({ views: z.array(view) }) });

export type ViewBody = z.output<typeof viewBody>;
export type ViewChanges = z.output<typeof viewChanges>;
export type SavedView = z.infer<typeof view>;
export type ViewAnswer = z.infer<typeof viewAnswer>;
export type ViewsAnswer = z.infer<typeof viewsAnswer>;
