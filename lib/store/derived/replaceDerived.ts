import type { DerivedRecord } from '#lib/bowtie/records.ts';
import type { Cell } from '../copyRows.ts';
import type { Tx } from '../inOrg.ts';
import { insertRows } from '../insertRows.ts';
import { type DerivedTable, ENTRIES, MOVES, SPANS } from './derivedTables.ts';
import type { RowChanges } from './rowChanges.ts';

/** Writes what was derived of records that have no derived row yet. */
export async function insertDerived(
  tx: Tx,
  derived: ReadonlyMap<string, DerivedRecord>,
): Promise<void> {
  await write(tx, ENTRIES, cellsOf(ENTRIES, derived, 'entries'));
  await write(tx, SPANS, cellsOf(SPANS, derived, 'spans'));
  await write(tx, MOVES, cellsOf(MOVES, derived, 'movements'));
}

/** Makes the derived rows of records what they are now; those that stay as they are stay. */
export async function replaceDerived(tx: Tx, { write: rows, shrunk }: RowChanges): Promise<void> {
  if (shrunk.length > 0) await removeDerived(tx, shrunk);
  await write(tx, ENTRIES, rows.entries, ENTRY_CLASH);
  await write(tx, SPANS, rows.spans, SPAN_CLASH);
  await write(tx, MOVES, rows.movements, MOVE_CLASH);
}

type Table = Pick<DerivedTable<never, unknown>, 'name' | 'columns' | 'key'>;

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
