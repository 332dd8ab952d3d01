import sql, { raw, type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { OUTCOMES, type RECORD_FIELDS } from '#lib/contract/records.ts';
import type { Tx } from './inOrg.ts';
import { at } from './questionScope.ts';
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

const CHUNK = 2000;

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
  const { sort, after, limit } = page;
  return rows(tx, listedRow, sql`${sorted(tx, question, sort, after)} limit ${limit}`);
}

/** All rows in the same order, some at a time, until `take` has had the last ones (or none). */
export async function eachRecord(
  tx: Tx,
  question: RecordQuestion,
  sort: RecordSort,
  take: (rows: ListedRow[]) => Promise<void>,
): Promise<void> {
  const all = sorted(tx, question, sort, null);
  const cursor = sql`declare each_record no scroll cursor for ${all}`;
  await tx.client.query({ text: cursor.text, values: cursor.values });
  for (;;) {
    const found = await rows(tx, listedRow, sql`fetch ${raw(String(CHUNK))} from each_record`);
    await take(found);
    if (found.length < CHUNK) return;
  }
}

function sorted(tx: Tx, question: RecordQuestion, sort: RecordSort, after: After | null): Sql {
  const column = raw(`r.${sort.field}`);
  const direction = raw(sort.descending ? 'desc' : 'asc');
  return sql`select r.record_id, r.account_id, ${millis('entered_at')} as entered_at, r.implied,
      r.outcome, ${millis('outcome_at')} as outcome_at,
      (case when scale(r.amount) < 2 then round(r.amount, 2) else r.amount end)::text as amount,
      r.currency, r.segment, r.channel, r.owner, r.pod, r.motion, r.product, r.region,
      ${sortValue(sort.field)} as sort_value
    from (${recordsOf(tx.orgId, question)}) r
    where ${afterRow(sort, after)}
    order by ${column} is null, ${column} ${direction}, r.record_id`;
}

function millis(column: 'entered_at' | 'outcome_at'): Sql {
  return raw(`round(extract(epoch from r.${column}) * 1000)::float8`);
}

const TIMES: readonly RecordField[] = ['entered_at', 'outcome_at'];

/** The form of a sort value in a cursor, by field; a text has none. */
export const SORT_VALUES: Partial<Record<RecordField, RegExp>> = {
  entered_at: /^-?\d{1,15}$/,
  outcome_at: /^-?\d{1,15}$/,
  implied: /^(true|false)$/,
  amount: /^-?\d{1,60}(\.\d{1,60})?$/,
};

function sortValue(field: RecordField): Sql {
  if (TIMES.includes(field)) return raw(`round(extract(epoch from r.${field}) * 1000)::text`);
  return raw(`r.${field}::text`);
}

function typed(field: RecordField, value: string): Sql {
  if (TIMES.includes(field)) return at(Number(value));
  if (field === 'implied') return sql`${value}::boolean`;
  return field === 'amount' ? sql`${value}::numeric` : sql`${value}::text`;
}

function afterRow(sort: RecordSort, after: After | null): Sql {
  if (after === null) return sql`true`;
  const column = raw(`r.${sort.field}`);
  const further = sql`r.record_id > ${after.recordId}`;
  if (after.value === null) return sql`${column} is null and ${further}`;
  const value = typed(sort.field, after.value);
  const beyond = raw(sort.descending ? '<' : '>');
  return sql`(${column} is null or ${column} ${beyond} ${value}
    or (${column} = ${value} and ${further}))`;
}
