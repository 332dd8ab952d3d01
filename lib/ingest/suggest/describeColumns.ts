import type { ColumnAnswer } from '#lib/contract/uploads.ts';
import { plainDecimal } from '../amounts/plainDecimal.ts';
import { addEvidence, noEvidence } from '../dates/dateEvidence.ts';
import { readWrittenDate } from '../dates/readWrittenDate.ts';

/** A column of dates is one still when a third of its cells is something else. */
const MOST = 0.6;

const SHAPE = /^\s*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)/;

/** Whether it is a date, or meant to be one: a column with a wrong day is one of dates still. */
export function isDateText(text: string): boolean {
  if (SHAPE.test(text)) return true;
  if (/^\s*\d+(\.\d+)?\s*$/.test(text)) return false;
  return readWrittenDate(text, 'mdy') !== null || readWrittenDate(text, 'dmy') !== null;
}

export function isNumberText(text: string): boolean {
  return plainDecimal(text, '.') !== null || plainDecimal(text, ',') !== null;
}

/** What a look at some rows tells about each column. */
export function describeColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  nulls: ReadonlySet<string>,
): ColumnAnswer[] {
  return names.map((name, at) => {
    const values = rows.map((row) => row[at] ?? '').filter((value) => !nulls.has(value.trim()));
    const empty = rows.length === 0 ? 1 : (rows.length - values.length) / rows.length;
    const looks = looksOf(values);
    return {
      name,
      samples: [...new Set(values)].slice(0, 5).map((value) => value.slice(0, 200)),
      empty_share: empty,
      looks,
      date_format: looks === 'date' ? formatOf(values) : null,
    };
  });
}

function looksOf(values: readonly string[]): ColumnAnswer['looks'] {
  if (values.length === 0) return 'empty';
  const share = (is: (text: string) => boolean) => values.filter(is).length / values.length;
  if (share(isDateText) >= MOST) return 'date';
  return share(isNumberText) >= MOST ? 'number' : 'text';
}

function formatOf(values: readonly string[]): ColumnAnswer['date_format'] {
  const evidence = noEvidence();
  for (const value of values) addEvidence(evidence, value);
  const { mdy, dmy, open } = evidence;
  if (mdy > 0 && dmy > 0) return 'ambiguous';
  if (mdy > 0) return 'mdy';
  if (dmy > 0) return 'dmy';
  if (open > 0) return 'ambiguous';
  // Months by name need no order; only the year first is a format of its own.
  const yearFirst = values.filter((value) => readWrittenDate(value, 'iso') !== null);
  return yearFirst.length >= values.length * MOST ? 'iso' : null;
}
