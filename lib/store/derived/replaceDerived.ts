import type { DerivedRecord } from '#lib/bowtie/records.ts';
import { type Cell, type Rows, rowsOf } from '../copyRows.ts';
import type { Tx } from '../inOrg.ts';
import { insertRows } from '../insertRows.ts';
import { type DerivedTable, ENTRIES, MOVES, SPANS } from './derivedTables.ts';
import type { RowChanges } from './rowChanges.ts';

/** Writes what was derived of records that have no derived row yet. */
export async function insertDerived(
  tx: Tx,
  derived: ReadonlyMap<string, DerivedRecord>,
): Promise<void> {
  const all = [...derived];
  const entries = all.flatMap(([id, record]) => record.entries.map((row) => ({ id, row })));
  const spans = all.flatMap(([id, record]) => record.spans.map((row) => ({ id, row })));
  const moves = all.flatMap(([id, record]) => record.movements.map((row) => ({ id, row })));
  await write(tx, ENTRIES, rowsOf(entries, ofTable(ENTRIES)), '');
  await write(tx, SPANS, rowsOf(spans, ofTable(SPANS)), '');
  await write(tx, MOVES, rowsOf(moves, ofTable(MOVES)), '');
}

/** Makes the derived rows of records what they are now; those that stay as they are stay. */
export async function replaceDerived(tx: Tx, { write: rows, shrunk }: RowChanges): Promise<void> {
  if (shrunk.length > 0) await removeDerived(tx, shrunk);
  await write(tx, ENTRIES, rows.entries, ENTRY_CLASH);
  await write(tx, SPANS, rows.spans, SPAN_CLASH);
  await write(tx, MOVES, rows.movements, MOVE_CLASH);
}

type Table = Pick<DerivedTable<never, unknown>, 'name' | 'columns' | 'key'>;

async function write(tx: Tx, { name, columns }: Table, rows: Rows, clash: string): Promise<void> {
  await insertRows(tx, name, columns, rows, clash);
}

function ofTable<Row>({ toCells }: DerivedTable<Row, unknown>) {
  return ({ id, row }: { id: string; row: Row }): Cell[] => toCells(id, row);
}

const ENTRY_CLASH = clashOf(ENTRIES);
const SPAN_CLASH = clashOf(SPANS);
const MOVE_CLASH = clashOf(MOVES);

/** A row that lies there gets what is so now; where no index has any of it, in its own page. */
function clashOf({ columns, key }: Table): string {
  const names = columns.map((column) => column.name);
  const rest = names.slice(key).map((name) => `${name} = excluded.${name}`);
  return `on conflict (org_id, ${names.slice(0, key).join(', ')})
    do update set ${rest.join(', ')}`;
}

/** Takes away all derived rows of these records. */
async function removeDerived(tx: Tx, recordIds: readonly string[]): Promise<void> {
  for (const { name } of [ENTRIES, SPANS, MOVES]) {
    // TRICKY: by place, so that no plan reads the whole organization (see winningEvents).
    await tx.client.query(
      `delete from ${name} where org_id = $1::uuid and ctid = any(array(
         select old.ctid from unnest($2::text[]) as asked (id)
         cross join lateral (
           select t.ctid from ${name} t
           where t.org_id = $1::uuid and t.record_id = asked.id offset 0) old))`,
      [tx.orgId, recordIds],
    );
  }
}
