import type { RecordRow } from '#lib/contract/records.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { type After, listRecords } from '#lib/store/listRecords.ts';
import type { ReportContext } from './context.ts';
import { afterOf, askedRecords, toRecordRow } from './getRecords.ts';
import type { RecordsQuery } from './recordsQuery.ts';

const PAGE = 2000;

/**
 * All records behind a number, page by page, of one database snapshot. `take` waits for the
 * reader, so that memory holds one page; what it throws ends the question.
 */
export async function streamRecords(
  { pool, org }: ReportContext,
  query: RecordsQuery,
  now: Date,
  take: (rows: RecordRow[]) => Promise<void>,
): Promise<void> {
  await inOrg(pool, org.id, 'read', async (tx) => {
    const { question } = await askedRecords(tx, org, query, now);
    let after: After | null = null;
    for (;;) {
      const rows = await listRecords(tx, question, { sort: query.sort, after, limit: PAGE });
      await take(rows.map(toRecordRow));
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE) return;
      after = afterOf(last);
    }
  });
}
