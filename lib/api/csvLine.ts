import { csvCell } from '#lib/contract/csvCell.ts';

/** One line of a CSV file; formulas are neutralised, numbers stay numbers. */
export function csvLine(cells: readonly (string | boolean | null)[]): string {
  return `${cells.map((cell) => csvCell(cell === null ? '' : String(cell))).join(',')}\r\n`;
}
