import { formatCents } from '#lib/bowtie/money.ts';
import type { Tx } from '../inOrg.ts';
import { type Cell, columns, insertRows } from '../insertRows.ts';
import type { CellRow } from './buildCells.ts';
import type { Counted } from './cellFact.ts';

const COLUMNS = [
  ...columns('date', 'month'),
  ...columns('text', 'counted'),
  ...columns('integer', 'pair'),
  ...columns('text', 'motion', 'rule', 'a', 'b'),
  ...columns('boolean', 'leaf'),
  ...columns('integer', 'entries', 'implied', 'unconverted'),
  ...columns('numeric', 'amount'),
  ...columns('bytea', 'days', 'run', 'coarse', 'columns'),
];

/** So many bytes of packed counts are in memory before they are written. */
const PART = 2_000_000;

/** Adds the cells of one month and of one thing that is counted. */
export async function writeCells(
  tx: Tx,
  month: string,
  counted: Counted,
  cells: Iterable<CellRow>,
): Promise<void> {
  let rows: Cell[][] = [];
  let bytes = 0;
  for (const cell of cells) {
    const { days, run, coarse, columns: leaf } = cell;
    rows.push([
      ...[month, counted, cell.pair, cell.motion, cell.rule, cell.a, cell.b, cell.leaf],
      ...[cell.entries, cell.implied, cell.unconverted, formatCents(cell.cents)],
      ...[days, run, coarse, leaf],
    ]);
    bytes += (days?.length ?? 0) + (run?.length ?? 0) + (leaf?.length ?? 0);
    if (bytes < PART) continue;
    await insertRows(tx, 'count_cell', COLUMNS, rows);
    rows = [];
    bytes = 0;
  }
  await insertRows(tx, 'count_cell', COLUMNS, rows);
}
