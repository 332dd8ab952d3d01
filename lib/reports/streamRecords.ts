import type { RecordRow } from '#lib/contract/records.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { eachRecord } from '#lib/store/listRecords.ts';
import type { ReportContext } from './context.ts';
import { askedRecords, toRecordRow } from './getRecords.ts';
import type { RecordsQuery } from './recordsQuery.ts';

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
    const { question } = await askedRecords(tx, org, query, now);
    await eachRecord(tx, question, query.sort, (rows) => take(rows.map(toRecordRow)));
  });
}
