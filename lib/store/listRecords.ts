import sql, { raw, type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { OUTCOMES, type RECORD_FIELDS } from '#lib/contract/records.ts';
import type { Tx } from './inOrg.ts';
import { type RecordQuestion, recordsOf } from './recordQuestion.ts';
import { rows } from './rows.ts';

const text = z.string();

const listedRow = z.strictObject({
  record_id: text,
  account_id: text.nullable(),
  entered_at: z.number(),
  implied: z.boolean(),
  outcome: z.enum(OUTCOMES).nullable(),
  outcome_at: z.number().nullable(),
  amount: text.nullable(),
  currency: text.nullable(),
  segment: text,
  channel: text,
  owner: text,
  pod: text,
  motion: text,
  product: text,
  region: text,
  sort_value: text.nullable(),
});
export type ListedRow = z.infer<typeof listedRow>;

export type RecordField = (typeof RECORD_FIELDS)[number];
export type RecordSort = { field: RecordField; descending: boolean };
/** The last row of the page before: its value of the sort field and its record. */
export type After = { value: string | null; recordId: string };

/** One page of the rows, by a field and then by record; rows without a value come last. */
export async function listRecords(
  tx: Tx,
  question: RecordQuestion,
  page: { sort: RecordSort; after: After | null; limit: number },
): Promise<ListedRow[]> {
  const { field, descending } = page.sort;
  const direction = raw(descending ? 'desc' : 'asc');
  const column = raw(`r.${field}`);
  return rows(
    tx,
    listedRow,
    sql`select r.record_id, r.account_id, ${millis('entered_at')} as entered_at, r.implied,
        r.outcome, ${millis('outcome_at')} as outcome_at,
        (case when scale(r.amount) < 2 then round(r.amount, 2) else r.amount end)::text as amount,
        r.currency, r.segment, r.channel, r.owner, r.pod, r.motion, r.product, r.region,
        ${column}::text as sort_value
      from (${recordsOf(tx.orgId, question)}) r
      where ${afterRow(page.sort, page.after)}
      order by ${column} is null, ${column} ${direction}, r.record_id
      limit ${page.limit}`,
  );
}

function millis(column: 'entered_at' | 'outcome_at'): Sql {
  return raw(`round(extract(epoch from r.${column}) * 1000)::float8`);
}

const TYPES: Partial<Record<RecordField, string>> = {
  entered_at: 'timestamptz',
  outcome_at: 'timestamptz',
  implied: 'boolean',
  amount: 'numeric',
};

function afterRow(sort: RecordSort, after: After | null): Sql {
  if (after === null) return sql`true`;
  const column = raw(`r.${sort.field}`);
  const further = sql`r.record_id > ${after.recordId}`;
  if (after.value === null) return sql`${column} is null and ${further}`;
  const value = sql`${after.value}::${raw(TYPES[sort.field] ?? 'text')}`;
  const beyond = raw(sort.descending ? '<' : '>');
  return sql`(${column} is null or ${column} ${beyond} ${value}
    or (${column} = ${value} and ${further}))`;
}
