import type { AnswerMeta } from '#lib/contract/bowtie.ts';
import type { RecordRow, RecordsAnswer } from '#lib/contract/records.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { type After, type ListedRow, listRecords } from '#lib/store/listRecords.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { RecordQuestion } from '#lib/store/recordQuestion.ts';
import type { ReportContext } from './context.ts';
import { isoOf } from './isoOf.ts';
import { nameOf, readCursor, writeCursor } from './recordCursor.ts';
import { selectRecords } from './recordSelector.ts';
import type { RecordsQuery } from './recordsQuery.ts';
import { resolveQuery } from './resolveQuery.ts';

/** One page of the records behind a number. */
export async function getRecords(
  { pool, org }: ReportContext,
  query: RecordsQuery,
  now: Date,
): Promise<RecordsAnswer> {
  const question = nameOf([query.bowtie, query.selector, query.sort]);
  const cursor = query.cursor === null ? null : readCursor(query.cursor, question);
  return inOrg(pool, org.id, 'read', async (tx) => {
    const asked = await askedRecords(tx, org, query, cursor ? new Date(cursor.asOf) : now);
    const { sort, limit } = query;
    const found = await listRecords(tx, asked.question, { sort, after: cursor, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const next_cursor =
      last === undefined
        ? null
        : writeCursor({ question, asOf: asked.question.scope.asOf, ...afterOf(last) });
    return { data: { rows: page.map(toRecordRow), next_cursor }, meta: asked.meta };
  });
}

/** The rows that a query means, definite for one organization. */
export async function askedRecords(
  tx: Tx,
  org: Org,
  { bowtie, selector }: RecordsQuery,
  now: Date,
): Promise<{ question: RecordQuestion; meta: AnswerMeta }> {
  const { scope, range, meta } = await resolveQuery(tx, org, bowtie, now);
  const selected = selectRecords(selector, bowtie.clock, org);
  return { question: { scope, range, windowDays: bowtie.windowDays, ...selected }, meta };
}

export function afterOf(row: ListedRow): After {
  return { value: row.sort_value, recordId: row.record_id };
}

export function toRecordRow({ sort_value: _, ...row }: ListedRow): RecordRow {
  return {
    ...row,
    entered_at: isoOf(row.entered_at),
    outcome_at: row.outcome_at === null ? null : isoOf(row.outcome_at),
  };
}
