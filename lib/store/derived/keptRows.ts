import type { Tx } from '../inOrg.ts';
import type { Cell, Column } from '../insertRows.ts';
import { textList } from '../textList.ts';
import { type DerivedTable, ENTRIES, MOVES, SPANS } from './derivedTables.ts';

/** Rows by their record, as cells in the order of the table's columns. */
export type Kept = ReadonlyMap<string, readonly (readonly Cell[])[]>;

/** The rows of records that lie in the three derived tables. */
export type KeptRows = { entries: Kept; spans: Kept; movements: Kept };

export async function keptRows(tx: Tx, recordIds: readonly string[]): Promise<KeptRows> {
  const ids = textList(recordIds);
  const [entries, spans, movements] = await Promise.all([
    read(tx, ENTRIES, ids),
    read(tx, SPANS, ids),
    read(tx, MOVES, ids),
  ]);
  return { entries, spans, movements };
}

async function read(
  tx: Tx,
  { name, columns, key }: Pick<DerivedTable<never, unknown>, 'name' | 'columns' | 'key'>,
  ids: Buffer,
): Promise<Kept> {
  // TRICKY: lateral, so that no plan reads the whole organization (see winningEvents); in the order
  // of the key, so that of a small table no other index seems as good.
  const text = `select ${columns.map(asRead).join(', ')}
      from unnest($2::text[]) as asked (id)
      cross join lateral (
        select * from ${name} t
        where t.org_id = $1::uuid and t.record_id = asked.id
        order by ${columns
          .slice(1, key)
          .map((column) => column.name)
          .join(', ')} offset 0) old`;
  const found = await tx.client.query<Cell[]>({
    text,
    values: [tx.orgId, ids],
    rowMode: 'array',
  });
  const kept = new Map<string, Cell[][]>();
  for (const row of found.rows) {
    const id = String(row[0]);
    const known = kept.get(id);
    if (known) known.push(row);
    else kept.set(id, [row]);
  }
  return kept;
}

/** So that the cells of a row that lies there equal those of the same row to be written. */
function asRead({ name, kind }: Column): string {
  if (kind === 'date') return `old.${name}::text`;
  return kind === 'instant' ? `round(date_part('epoch', old.${name}) * 1000)` : `old.${name}`;
}
