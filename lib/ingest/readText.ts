import { UNKNOWN } from '#lib/bowtie/dimensions.ts';
import { MAX_TEXT } from '#lib/contract/fields.ts';
import { isStorable } from '#lib/contract/isStorable.ts';
import { Problem, quote } from './problem.ts';

/** A row before it is understood: fields by their names, values as they came. */
export type RawRow = Readonly<Record<string, unknown>>;

/** Text as it came, byte for byte; null when absent or empty. */
export function readText(row: RawRow, field: string, max = MAX_TEXT): string | null {
  const value = row[field];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') {
    throw new Problem('bad_row', `${field} must be text, not ${quote(value)}`);
  }
  if (value.length > max) {
    throw new Problem('bad_row', `${field} is longer than ${max} characters: ${quote(value)}`);
  }
  if (!isStorable(value)) {
    throw new Problem('bad_row', `${field} holds a character that is not text: ${quote(value)}`);
  }
  return value;
}

export function readRequired(row: RawRow, field: string, max = MAX_TEXT): string {
  const value = readText(row, field, max);
  if (value === null) throw new Problem('missing_field', `missing field '${field}'`);
  return value;
}

/** A dimension value; the literal `unknown` is the same as none. */
export function readDimension(row: RawRow, field: string): string | null {
  const value = readText(row, field);
  return value === UNKNOWN ? null : value;
}
