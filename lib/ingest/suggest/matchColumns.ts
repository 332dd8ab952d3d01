import type { ColumnAnswer } from '#lib/contract/uploads.ts';
import { COLUMN_WORDS } from './columnWords.ts';
import { plainName } from './plainName.ts';

const DATES = new Set(['occurred_at', 'close_date', 'starts_on', 'ends_on', 'cancelled_on']);
const NUMBERS = new Set(['amount', 'arr', 'mrr', 'total_value', 'months']);

const MOST_NAMES = 20_000;
const plainNames = new Map<string, string>();

/** A file may have thousands of columns, and each is held against every word of every field. */
function plainOf(name: string): string {
  const known = plainNames.get(name);
  if (known !== undefined) return known;
  if (plainNames.size >= MOST_NAMES) plainNames.clear();
  const plain = plainName(name);
  plainNames.set(name, plain);
  return plain;
}

/** How well a column's name and values fit a field: 0 not at all. */
export function fitOf(field: string, column: ColumnAnswer): number {
  if (DATES.has(field) && !['date', 'empty', 'number'].includes(column.looks)) return 0;
  if (NUMBERS.has(field) && !['number', 'empty'].includes(column.looks)) return 0;
  if (field === 'owner' && column.looks === 'date') return 0;
  const name = plainOf(column.name).replace(/^property(?=.{3})/, '');
  if (name === plainOf(field)) return 200;
  const words = COLUMN_WORDS[field] ?? [];
  // Anything may have a name; only an account's own is the name of the account.
  const loose = field !== 'name';
  let best = 0;
  for (const [place, word] of words.entries()) {
    const weak = word.startsWith('~');
    const plain = plainOf(word);
    const rank = 1 - place / (words.length + 1);
    const surplus = name.length - plain.length;
    const han = /\p{Script=Han}/u.test(plain);
    if (surplus === 0 && name === plain) best = Math.max(best, (weak ? 65 : 150) + rank);
    else if (loose && !weak && (han || plain.length > 3) && name.includes(plain)) {
      best = Math.max(best, 80 + rank - surplus * 4);
    }
  }
  return best;
}

/** The best column for each field, no column for two; the strongest pairs first. */
export function matchColumns(
  fields: readonly string[],
  columns: readonly ColumnAnswer[],
): Record<string, string> {
  const pairs = fields.flatMap((field, order) =>
    columns.map((column) => ({ field, column: column.name, fit: fitOf(field, column), order })),
  );
  const found: Record<string, string> = {};
  const taken = new Set<string>();
  for (const pair of pairs
    .filter(({ fit }) => fit >= 40)
    .sort((a, b) => b.fit - a.fit || a.order - b.order)) {
    if (found[pair.field] !== undefined || taken.has(pair.column)) continue;
    found[pair.field] = pair.column;
    taken.add(pair.column);
  }
  return found;
}
