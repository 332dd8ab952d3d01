import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { joinValues, splitValues } from '#lib/contract/valueList.ts';

/** What a reader picks the rows of a list by: a part of an id or name, and values of columns. */
export type RowMatch = Partial<Record<Dimension | 'text' | 'outcome', string[]>>;

const FIELDS = ['text', 'outcome', ...DIMENSIONS] as const;

/** From the address, which says it as the API does: `owner:ann,text:acme`. */
export function parseMatch(text: string | null): RowMatch {
  const match: RowMatch = {};
  for (const part of splitValues(text ?? '')) {
    const colon = part.indexOf(':');
    const field = FIELDS.find((one) => one === part.slice(0, colon));
    if (field) match[field] = [...(match[field] ?? []), part.slice(colon + 1)];
  }
  return match;
}

/** null: every row. */
export function writeMatch(match: RowMatch): string | null {
  const parts = FIELDS.flatMap((field) =>
    (match[field] ?? []).filter(Boolean).map((value) => `${field}:${value}`),
  );
  return parts.length === 0 ? null : joinValues(parts);
}
