/** What a spreadsheet takes for a formula, or for the end of a cell, when a cell begins with it. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
/** Separators of every country's spreadsheets, and blanks that they would trim. */
const QUOTED = /[",;|\t\r\n]|^\s|\s$/;

/**
 * One cell of a table for spreadsheets: what they would run as a formula gets an apostrophe in
 * front, numbers stay numbers, and what any of them would cut in two is quoted.
 */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
