import type { RecordRow } from '#lib/contract/records.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { eachRecord } from '#lib/store/listRecords.ts';
import { askedRecords, withNames } from './askedRecords.ts';
import type { ReportContext } from './context.ts';
import type { RowPages } from './loop/loopRows.ts';
import type { RecordsQuery } from './recordsQuery.ts';
import { toRecordRows } from './toRecordRows.ts';

const PAGE = 5000;

/**
 * All records behind a number, some at a time, of one database snapshot. `take` waits for the
 * reader, so that memory holds one part; what it throws ends the question.
 */
export async function streamRecords(
  { pool, org }: ReportContext,
  query: RecordsQuery,
  now: Date,
  take: (rows: RecordRow[]) => Promise<void>,
): Promise<void> {
  await inOrg(pool, org.id, 'read', async (tx) => {
    const asked = await askedRecords(tx, org, query, now);
    if ('pages' in asked) return eachPage(tx, asked.pages, take);
    if ('rows' in asked) return take(await withNames(tx, asked.rows));
    await eachRecord(tx, asked.listing, async (rows) => take(await toRecordRows(tx, rows)));
  });
}

async function eachPage(
  tx: Tx,
  pages: RowPages,
  take: (rows: RecordRow[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; ; from += PAGE) {
    const rows = await pages.page(from, PAGE);
    await take(await withNames(tx, rows));
    if (rows.length < PAGE) return;
  }
}
