import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Tx } from './inOrg.ts';

/** One column's value as SQL reads it from text; null is SQL null. */
export type Cell = string | number | boolean | null | { json: unknown };

/** A column by its name; as `instant` its cells are milliseconds, which both sides read quicker. */
export type Column = string | { instant: string };

/** Rows that need not all exist at once: most of the garbage of an import dies young so. */
export type Rows = Iterable<readonly Cell[]> & { readonly length: number };

/** The rows of a list, each made when its turn comes. */
export function rowsOf<T>(list: readonly T[], toCells: (item: T, at: number) => Cell[]): Rows {
  return {
    length: list.length,
    *[Symbol.iterator]() {
      for (const [at, item] of list.entries()) yield toCells(item, at);
    },
  };
}

const SLICE = 500;
/** Up to so many rows one statement is quicker than a copy with all that it needs. */
const FEW = 200;

/**
 * Writes many rows at once. Row-level security refuses COPY, so the rows are copied to a temporary
 * twin of the table and moved from there by one insert, in their order. `clash` says what becomes
 * of a row whose key is taken.
 */
export async function copyRows(
  tx: Tx,
  table: string,
  columns: readonly Column[],
  rows: Rows,
  clash = '',
): Promise<void> {
  if (rows.length === 0) return;
  const list = columns.map(nameOf).join(', ');
  if (rows.length <= FEW) {
    await insertFew(tx, table, { list, clash }, rowObjects(columns, rows));
    return;
  }
  // It lives as long as the connection: another choice of columns is another twin.
  const twin = `incoming_${table}_${columns.length}`;
  await tx.client.query(
    `create temp table if not exists ${twin} on commit delete rows
     as select org_id, ${columns.map(asSent).join(', ')} from ${table} with no data`,
  );
  const sink = tx.client.query(copyFrom(`copy ${twin} (${list}) from stdin`));
  await pipeline(Readable.from(slices(rows)), sink);
  await tx.client.query(
    `insert into ${table} (org_id, ${list})
     select $1::uuid, ${columns.map(asKept).join(', ')} from ${twin} ${clash}`,
    [tx.orgId],
  );
  await tx.client.query(`delete from ${twin}`);
}

async function insertFew(
  tx: Tx,
  table: string,
  { list, clash }: { list: string; clash: string },
  rows: object[],
): Promise<void> {
  await tx.client.query(
    `insert into ${table} (org_id, ${list})
     select $1::uuid, ${list} from json_populate_recordset(null::${table}, $2::json)
     ${clash}`,
    [tx.orgId, JSON.stringify(rows)],
  );
}

function nameOf(column: Column): string {
  return typeof column === 'string' ? column : column.instant;
}

function asSent(column: Column): string {
  return typeof column === 'string' ? column : `null::float8 as ${column.instant}`;
}

function asKept(column: Column): string {
  return typeof column === 'string' ? column : `to_timestamp(${column.instant} / 1000)`;
}

function rowObjects(columns: readonly Column[], rows: Rows): object[] {
  return Array.from(rows, (row) =>
    Object.fromEntries(columns.map((column, at) => [nameOf(column), plain(column, row[at])])),
  );
}

function plain(column: Column, value: Cell | undefined): unknown {
  if (typeof column !== 'string' && typeof value === 'number') return new Date(value).toISOString();
  return typeof value === 'object' && value !== null ? value.json : (value ?? null);
}

function* slices(rows: Rows): Generator<Buffer> {
  let text = '';
  let count = 0;
  for (const row of rows) {
    for (let at = 0; at < row.length; at += 1) {
      text += (at === 0 ? '' : '\t') + cell(row[at] ?? null);
    }
    text += '\n';
    count += 1;
    if (count % SLICE !== 0) continue;
    yield Buffer.from(text, 'utf8');
    text = '';
  }
  if (text !== '') yield Buffer.from(text, 'utf8');
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cell(value: Cell): string {
  if (value === null) return '\\N';
  if (typeof value === 'object') return cell(JSON.stringify(value.json));
  if (typeof value !== 'string') return String(value);
  if (!SPECIAL.test(value)) return value;
  return value.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char] ?? char);
}
