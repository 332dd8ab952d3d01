import type { SniffAnswer } from '#lib/contract/uploads.ts';

// A type only: the schemas of the contract stay out of the browser.
type Delimiter = SniffAnswer['delimiter'];

/** Message names of the separators. */
export const DELIMITER_NAMES = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
} as const satisfies Record<Delimiter, string>;

export const DELIMITERS = Object.keys(DELIMITER_NAMES) as Delimiter[];

/** Encodings that CRM and spreadsheet exports come in; the sniffed one is added by the page. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
  'windows-1252',
  'windows-1250',
  'windows-1251',
] as const;

/** Text of an input to the values that count as empty; an empty cell always does. */
export function parseNulls(text: string): string[] {
  const listed = text.split(',').map((value) => value.trim());
  return [...new Set(['', ...listed])];
}

export function nullsText(values: readonly string[]): string {
  return values.filter((value) => value !== '').join(', ');
}
