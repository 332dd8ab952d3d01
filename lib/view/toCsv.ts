import { csvCell } from '#lib/contract/csvCell.ts';

export type Cell = string | number | null;

/**
 * A table as CSV for spreadsheets (RFC 4180, with a byte order mark). Text that a spreadsheet would
 * run as a formula gets an apostrophe in front; numbers stay numbers.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  const lines = rows.map((row) => row.map((cell) => csvCell(String(cell ?? ''))).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
