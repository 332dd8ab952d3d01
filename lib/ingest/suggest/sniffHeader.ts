import { isDateText, isNumberText } from './describeColumns.ts';

/**
 * Whether the first row names the columns: it holds no date and no number, repeats itself nowhere
 * and is not like the rows below it.
 */
export function sniffHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows;
  if (first === undefined) return true;
  const named = first.filter((cell) => cell.trim() !== '');
  if (named.length === 0) return false;
  if (named.some((cell) => isDateText(cell) || isNumberText(cell))) return false;
  if (new Set(named).size < named.length && rest.length > 0) return named.length > 20;
  return !rest.some((row) => row.join('\0') === first.join('\0'));
}
