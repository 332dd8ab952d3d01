import type { RecordRow, RecordsAnswer } from '#lib/contract/records.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { type After, type ListedRow, listRecords } from '#lib/store/listRecords.ts';
import { type AskedRecords, askedRecords } from './askedRecords.ts';
import type { ReportContext } from './context.ts';
import { isoOf } from './isoOf.ts';
import { nameOf, readCursor, writeCursor } from './recordCursor.ts';
import type { RecordsQuery } from './recordsQuery.ts';

type Page = { rows: RecordRow[]; next: After | null };

/** One page of the records behind a number. */
export async function getRecords(
  { pool, org }: ReportContext,
  query: RecordsQuery,
  now: Date,
): Promise<RecordsAnswer> {
  const question = nameOf([query.bowtie, query.selector, query.sort]);
  const cursor =
    query.cursor === null ? null : readCursor(query.cursor, question, query.sort.field);
  return inOrg(pool, org.id, 'read', async (tx) => {
    const asked = await askedRecords(tx, org, query, cursor ? new Date(cursor.asOf) : now);
    const { rows, next } = await pageOf(tx, asked, query, cursor);
    const next_cursor = next && writeCursor({ question, asOf: asked.asOf, ...next });
    return { data: { rows, next_cursor }, meta: asked.meta };
  });
}

async function pageOf(
  tx: Tx,
  asked: AskedRecords,
  { sort, limit }: RecordsQuery,
  after: After | null,
): Promise<Page> {
  if ('rows' in asked) return slice(asked.rows, limit, after);
  const found = await listRecords(tx, asked.question, { sort, after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const next = last === undefined ? null : { value: last.sort_value, recordId: last.record_id };
  return { rows: rows.map(toRecordRow), next };
}

/** Of rows that are all there, the cursor is the place of the next one. */
function slice(rows: readonly RecordRow[], limit: number, after: After | null): Page {
  const from = Number(after?.value ?? 0);
  const to = from + limit;
  const next = to < rows.length ? { value: String(to), recordId: '' } : null;
  return { rows: rows.slice(from, to), next };
}

export function toRecordRow({ sort_value: _, ...row }: ListedRow): RecordRow {
  return {
    ...row,
    entered_at: isoOf(row.entered_at),
    outcome_at: row.outcome_at === null ? null : isoOf(row.outcome_at),
  };
}
