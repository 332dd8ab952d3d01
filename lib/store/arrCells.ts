import sql, { raw } from 'sql-template-tag';
import type { ArrCell, ArrCells } from '#lib/bowtie/arrCells.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { Tx } from './inOrg.ts';
import { type Cell, columns, insertRows } from './insertRows.ts';

const COUNTS = ['parts', 'customers', 'contracts', 'unconverted', 'due', 'renewed'] as const;
const MOVES = ['new', 'reactivation', 'expansion', 'contraction', 'churn'] as const;
const DUE = ['due_arr', 'renewed_arr', 'retained_arr', 'uplift_arr'];
const MONEY = [...MOVES, ...DUE];
const KEY = ['dimension', 'value', 'day'];
const SUMS = [...COUNTS, ...MONEY];
const COLUMNS = [
  ...columns('text', 'dimension', 'value'),
  ...columns('date', 'day'),
  ...columns('integer', ...COUNTS),
  ...columns('numeric', ...MONEY),
];
const ADD = `on conflict (org_id, ${KEY.join(', ')}) do update set ${SUMS.map(
  (name) => `${name} = arr_cell.${name} + excluded.${name}`,
).join(', ')}`;

/** Adds these sums to what the cells hold; a cell that nothing is left of goes. */
export async function addArrCells(tx: Tx, cells: ArrCells): Promise<void> {
  const rows = rowsOf(cells).filter((row) => row.some(isChange));
  await insertRows(tx, 'arr_cell', COLUMNS, rows, ADD);
  if (!rows.some(([, , , parts]) => Number(parts) < 0)) return;
  await tx.client.query('delete from arr_cell where org_id = $1::uuid and parts = 0', [tx.orgId]);
}

/** Every cell that holds anything as one line of text, in order. */
export function cellLines(cells: ArrCells): string[] {
  const held = rowsOf(cells).filter(([, , , parts]) => parts !== 0);
  return held.map((row) => JSON.stringify(row)).sort();
}

/** The same of the cells that are stored. */
export async function storedCellLines(tx: Tx): Promise<string[]> {
  const list = [
    'dimension',
    'value',
    'day::text',
    ...COUNTS,
    ...MONEY.map((one) => `${one}::text`),
  ];
  const question = sql`select ${raw(list.join(', '))} from arr_cell
    where org_id = ${tx.orgId}::uuid`;
  const { text, values } = question;
  const result = await tx.client.query<Cell[]>({ text, values, rowMode: 'array' });
  return result.rows.map((row) => JSON.stringify(row)).sort();
}

function rowsOf(cells: ArrCells): Cell[][] {
  const rows: Cell[][] = [];
  for (const [dimension, values] of cells) {
    for (const [value, days] of values) {
      for (const [day, cell] of days) rows.push([dimension, value, day, ...sumsOf(cell)]);
    }
  }
  return rows;
}

function sumsOf(cell: ArrCell): Cell[] {
  const { dueArr, renewedArr, retainedArr, upliftArr } = cell;
  const due = [dueArr, renewedArr, retainedArr, upliftArr];
  const money = [...MOVES.map((name) => cell[name]), ...due];
  return [...COUNTS.map((name) => cell[name]), ...money.map(formatCents)];
}

function isChange(sum: Cell, at: number): boolean {
  return at >= KEY.length && sum !== 0 && sum !== '0.00';
}
