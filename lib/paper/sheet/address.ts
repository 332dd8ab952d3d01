const LETTERS = 26;

/** The letters of a column that is counted from 0: 0 is A, 26 is AA. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % LETTERS));
  return column < LETTERS ? last : columnName(Math.floor(column / LETTERS) - 1) + last;
}

/** A cell's address; row and column are counted from 0. `$` holds it fast. */
export function address(row: number, column: number, fixed = false): string {
  const hold = fixed ? '$' : '';
  return `${hold}${columnName(column)}${hold}${row + 1}`;
}

/** The cells of one row, both ends included. */
export function across(row: number, from: number, to: number, fixed = false): string {
  return `${address(row, from, fixed)}:${address(row, to, fixed)}`;
}

/** The cells of one column, both ends included. */
export function down(column: number, from: number, to: number, fixed = false): string {
  return `${address(from, column, fixed)}:${address(to, column, fixed)}`;
}

/** An address on another sheet, whatever is in its name. */
export function onSheet(name: string, cell: string): string {
  return `'${name.replaceAll("'", "''")}'!${cell}`;
}
