import { Problem, quote } from './problem.ts';
import type { RawRow } from './readText.ts';

/** The version of a row: a whole number, 0 when absent. */
export function readVersion(row: RawRow): number {
  const value = row.version;
  if (value === undefined || value === null) return 0;
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Problem('bad_row', `version must be a whole number from 0 on, not ${quote(value)}`);
}
