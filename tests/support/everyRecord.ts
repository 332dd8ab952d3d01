import type { RecordRow } from '#lib/contract/records.ts';
import { getRecords } from '#lib/reports/getRecords.ts';
import type { RecordsQuery } from '#lib/reports/recordsQuery.ts';
import { streamRecords } from '#lib/reports/streamRecords.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { TestDatabase } from './database.ts';

type Question = Pick<RecordsQuery, 'bowtie' | 'selector'> &
  Partial<Pick<RecordsQuery, 'match' | 'sort'>>;

/**
 * All rows of a question in small pages. Throws where the told count, the rows of all pages, and
 * the rows that are streamed as a file are not the same.
 */
export async function everyRecord(
  { pool }: TestDatabase,
  org: Org,
  question: Question,
  now: Date,
): Promise<RecordRow[]> {
  const sort = { field: 'record_id', descending: false } as const;
  const asked = { match: [], sort, ...question, limit: 7, offset: null };
  const rows: RecordRow[] = [];
  const counts: (number | null)[] = [];
  let cursor: string | null = null;
  do {
    const { data } = await getRecords({ pool, org }, { ...asked, cursor }, now);
    rows.push(...data.rows);
    counts.push(data.count);
    cursor = data.next_cursor;
  } while (cursor !== null);
  const streamed: RecordRow[] = [];
  await streamRecords({ pool, org }, { ...asked, cursor }, now, async (some) => {
    streamed.push(...some);
  });
  if (counts[0] !== rows.length || counts.slice(1).some((count) => count !== null)) {
    throw new Error(`told ${counts.join(', ')} of ${rows.length} rows`);
  }
  if (JSON.stringify(streamed) !== JSON.stringify(rows)) {
    throw new Error(`streamed ${streamed.length} rows of ${rows.length}`);
  }
  return rows;
}
