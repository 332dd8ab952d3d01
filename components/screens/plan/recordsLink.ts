import { createSerializer } from 'nuqs/server';
import { homeSearch } from '../homeSearch.ts';

type Which = {
  from: string;
  to: string;
  /** Null: all of them. */
  segment: string | null;
  /** The stage whose records lie open. */
  open: string;
};

/** The way to the records behind a count of a plan, on the page that lists them. */
export function recordsLink(slug: string, { from, to, segment, open }: Which): string {
  const known = { period: 'custom', from, to, open } as const;
  const segments = segment === null ? null : [segment];
  return createSerializer(homeSearch)(`/${slug}`, { ...known, segment: segments });
}
