import { formatCents } from '#lib/bowtie/money.ts';
import { type Cell, copyRows } from '../copyRows.ts';
import type { Tx } from '../inOrg.ts';
import type { CellRow } from './buildCells.ts';
import type { Counted } from './cellFact.ts';

const COLUMNS = [
  ...['month', 'counted', 'pair', 'motion', 'rule', 'a', 'b', 'leaf'],
  ...['entries', 'implied', 'unconverted', 'amount', 'days', 'run', 'coarse', 'columns'],
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
    const { days, run, coarse, columns } = cell;
    rows.push([
      ...[month, counted, cell.pair, cell.motion, cell.rule, cell.a, cell.b, cell.leaf],
      ...[cell.entries, cell.implied, cell.unconverted, formatCents(cell.cents)],
      ...[days, run, coarse, columns].map(hex),
    ]);
    bytes += (days?.length ?? 0) + (run?.length ?? 0) + (columns?.length ?? 0);
    if (bytes < PART) continue;
    await copyRows(tx, 'count_cell', COLUMNS, rows);
    rows = [];
    bytes = 0;
  }
  await copyRows(tx, 'count_cell', COLUMNS, rows);
}

function hex(bytes: Buffer | null): string | null {
  return bytes === null ? null : `\\x${bytes.toString('hex')}`;
}
