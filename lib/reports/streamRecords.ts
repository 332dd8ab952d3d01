import type { RecordRow } from '#lib/contract/records.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { eachRecord } from '#lib/store/listRecords.ts';
import { askedRecords } from './askedRecords.ts';
import type { ReportContext } from './context.ts';
import type { RecordsQuery } from './recordsQuery.ts';
import { toRecordRows } from './toRecordRows.ts';

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
    if ('rows' in asked) return take(asked.rows);
    await eachRecord(tx, asked.listing, async (rows) => take(await toRecordRows(tx, rows)));
  });
}
