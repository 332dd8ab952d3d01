import type { Column, PaperTable, TableRow } from './paperModel.ts';

export type MonthRow = {
  name: string;
  /** Columns ahead of the months, and behind them. */
  before: string[];
  months: string[];
  after: string[];
  isSum?: boolean;
};
export type MonthHeads = { name: string; before: string[]; months: string[]; after: string[] };

const ON_A_SHEET = 12;
const NAME = 104;
const NUMBER = 46;

/** Months from left to right, a year to a table; what is ahead and behind stands at its ends. */
export function monthTables(
  heads: MonthHeads,
  rows: readonly MonthRow[],
  title?: string,
): PaperTable[] {
  const count = Math.max(1, Math.ceil(heads.months.length / ON_A_SHEET));
  return Array.from({ length: count }, (_, part) => {
    const from = part * ON_A_SHEET;
    const cut = ({ before, months, after }: Omit<MonthHeads, 'name'>) => [
      ...(part === 0 ? before : []),
      ...months.slice(from, from + ON_A_SHEET),
      ...(part === count - 1 ? after : []),
    ];
    const columns: Column[] = [
      { head: heads.name, width: NAME },
      ...cut(heads).map((head): Column => ({ head, width: NUMBER, align: 'right' })),
    ];
    const lines = rows.map((row): TableRow => {
      const cells = [row.name, ...cut(row)];
      return row.isSum ? { cells, isSum: true } : { cells };
    });
    const named = part === 0 && title !== undefined ? { title } : {};
    return { kind: 'table', ...named, columns, rows: lines };
  });
}
