import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from './inOrg.ts';

/** One column's value as text of the COPY format; null is SQL null. */
export type Cell = string | number | boolean | null;

const SLICE = 500;

/**
 * Writes many rows at once. Row-level security refuses COPY, so the rows are copied to a temporary
 * twin of the table and moved from there by one insert, in their order.
 */
export async function copyRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  if (rows.length === 0) return;
  const list = columns.join(', ');
  const twin = `incoming_${table}`;
  await tx.client.query(
    `create temp table if not exists ${twin} on commit delete rows
     as select org_id, ${list} from ${table} with no data`,
  );
  const sink = tx.client.query(copyFrom(`copy ${twin} (${list}) from stdin`));
  await pipeline(Readable.from(slices(rows)), sink);
  await tx.client.query(
    `insert into ${table} (org_id, ${list}) select $1::uuid, ${list} from ${twin}`,
    [tx.orgId],
  );
  await tx.client.query(`delete from ${twin}`);
}

function* slices(rows: readonly (readonly Cell[])[]): Generator<Buffer> {
  for (let at = 0; at < rows.length; at += SLICE) {
    const lines = rows.slice(at, at + SLICE).map((row) => row.map(cell).join('\t'));
    yield Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  }
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cell(value: Cell): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  if (!SPECIAL.test(value)) return value;
  return value.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char);
}
