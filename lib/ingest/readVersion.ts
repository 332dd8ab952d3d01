import { Problem, quote } from './problem.ts';
import type { RawRow } from './readText.ts';

/** The version of a row, 0 when absent: a whole number; files send it as digits. */
export function readVersion(row: RawRow): number {
  const value = row.version;
  if (value === undefined || value === null || value === '') return 0;
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
  throw new Problem('bad_row', `version must be a whole number from 0 on, not ${quote(value)}`);
}
