import type { RecordRow, RecordsAnswer } from '#lib/contract/records.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { type After, countRecords, listRecords } from '#lib/store/listRecords.ts';
import { type AskedRecords, askedRecords, withNames } from './askedRecords.ts';
import type { ReportContext } from './context.ts';
import { nameOf, readCursor, writeCursor } from './recordCursor.ts';
import type { RecordsQuery } from './recordsQuery.ts';
import { toRecordRows } from './toRecordRows.ts';

type Page = { rows: RecordRow[]; next: After | null; count: number | null };

/** One page of the records behind a number. */
export async function getRecords(
  { pool, org }: ReportContext,
  query: RecordsQuery,
  now: Date,
): Promise<RecordsAnswer> {
  const question = nameOf([query.bowtie, query.selector, query.match, query.sort]);
  const cursor =
    query.cursor === null ? null : readCursor(query.cursor, question, query.sort.field);
  return inOrg(pool, org.id, 'read', async (tx) => {
    const asked = await askedRecords(tx, org, query, cursor ? new Date(cursor.asOf) : now);
    const { rows, next, count } = await pageOf(tx, asked, query, cursor);
    const next_cursor = next && writeCursor({ question, asOf: asked.asOf, ...next });
    return { data: { rows, next_cursor, count }, meta: asked.meta };
  });
}

async function pageOf(
  tx: Tx,
  asked: AskedRecords,
  query: RecordsQuery,
  after: After | null,
): Promise<Page> {
  const offset = query.offset ?? 0;
  const isFirst = after === null && offset === 0;
  if ('rows' in asked) {
    const count = isFirst ? asked.rows.length : null;
    const { rows, next } = slice(asked.rows, query.limit, after, offset);
    return { rows: await withNames(tx, rows), next, count };
  }
  if ('pages' in asked) {
    const from = after === null ? offset : Number(after.value);
    const found = await asked.pages.page(from, query.limit + 1);
    const to = String(from + query.limit);
    const next = found.length > query.limit ? { value: to, recordId: '', place: 0 } : null;
    const rows = await withNames(tx, found.slice(0, query.limit));
    return { rows, next, count: isFirst ? await asked.pages.count() : null };
  }
  const page = { after, offset, limit: query.limit + 1 };
  const found = await listRecords(tx, asked.listing, page);
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  const next =
    last === undefined
      ? null
      : { value: last.sort_value, recordId: last.record_id, place: last.place };
  const whole = last === undefined ? rows.length : null;
  const count = isFirst ? (whole ?? (await countRecords(tx, asked.listing))) : null;
  return { rows: await toRecordRows(tx, rows), next, count };
}

/** Of rows that are all there, the cursor is the place of the next one. */
function slice(rows: readonly RecordRow[], limit: number, after: After | null, offset: number) {
  const from = after === null ? offset : Number(after.value);
  const to = from + limit;
  const next = to < rows.length ? { value: String(to), recordId: '', place: 0 } : null;
  return { rows: rows.slice(from, to), next };
}
