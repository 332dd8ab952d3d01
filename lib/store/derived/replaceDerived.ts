import type { DerivedRecord } from '#lib/bowtie/records.ts';
import type { Tx } from '../inOrg.ts';
import { type Cell, insertRows } from '../insertRows.ts';
import { type DerivedTable, ENTRIES, MOVES, SPANS } from './derivedTables.ts';
import type { RowChanges, RowsToWrite } from './rowChanges.ts';

/** Writes what was derived of records that have no derived row yet. */
export async function insertDerived(
  tx: Tx,
  derived: ReadonlyMap<string, DerivedRecord>,
): Promise<void> {
  await Promise.all([
    write(tx, ENTRIES, cellsOf(ENTRIES, derived, 'entries')),
    write(tx, SPANS, cellsOf(SPANS, derived, 'spans')),
    write(tx, MOVES, cellsOf(MOVES, derived, 'movements')),
  ]);
}

/** Makes the derived rows of records what they are now; those that stay as they are stay. */
export async function replaceDerived(tx: Tx, { write: rows, shrunk }: RowChanges): Promise<void> {
  await Promise.all([
    removeDerived(tx, shrunk),
    change(tx, ENTRIES, rows.entries),
    change(tx, SPANS, rows.spans),
    change(tx, MOVES, rows.movements),
  ]);
}

type Table = Pick<DerivedTable<never, unknown>, 'name' | 'columns' | 'key'>;

/** Where a row lies already is known: only those are looked for before they are written. */
async function change(tx: Tx, table: Table, { fresh, other }: RowsToWrite): Promise<void> {
  await Promise.all([write(tx, table, fresh), write(tx, table, other, clashOf(table))]);
}

async function write(
  tx: Tx,
  { name, columns }: Table,
  rows: Iterable<readonly Cell[]>,
  clash = '',
): Promise<void> {
  await insertRows(tx, name, columns, rows, clash);
}

/** Each row when its turn comes: most of the garbage of an import dies young so. */
function* cellsOf<P extends keyof DerivedRecord>(
  { toCells }: DerivedTable<DerivedRecord[P][number], unknown>,
  derived: ReadonlyMap<string, DerivedRecord>,
  part: P,
): Generator<Cell[]> {
  for (const [id, record] of derived) for (const row of record[part]) yield toCells(id, row);
}

/** A row that lies there gets what is so now; where no index has any of it, in its own page. */
function clashOf({ columns, key }: Table): string {
  const names = columns.map((column) => column.name);
  const rest = names.slice(key).map((name) => `${name} = excluded.${name}`);
  return `on conflict (org_id, ${names.slice(0, key).join(', ')})
    do update set ${rest.join(', ')}`;
}

/** Takes away all derived rows of these records. */
async function removeDerived(tx: Tx, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  const removed = [ENTRIES, SPANS, MOVES].map(({ name }) =>
    // TRICKY: by place, so that no plan reads the whole organization (see winningEvents).
    tx.client.query(
      `delete from ${name} where org_id = $1::uuid and ctid = any(array(
         select old.ctid from unnest($2::text[]) as asked (id)
         cross join lateral (
           select t.ctid from ${name} t
           where t.org_id = $1::uuid and t.record_id = asked.id offset 0) old))`,
      [tx.orgId, recordIds],
    ),
  );
  await Promise.all(removed);
}
