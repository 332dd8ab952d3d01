import sql, { raw, type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { type Match, OUTCOMES, type RecordField } from '#lib/contract/records.ts';
import type { Tx } from './inOrg.ts';
import { matched, nameOfAccount } from './matched.ts';
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
  place: z.int(),
  sort_value: text.nullable(),
});
export type ListedRow = z.infer<typeof listedRow>;

const CHUNK = 2000;

export type RecordSort = { field: RecordField; descending: boolean };
/** The last row of the page before: its value of the sort field, its record, its place in it. */
export type After = { value: string | null; recordId: string; place: number };
/** A question, and which of its rows are wanted. */
export type Listing = { question: RecordQuestion; match: readonly Match[]; sort: RecordSort };

/** One page of the rows, by a field and then by record; rows without a value come last. */
export async function listRecords(
  tx: Tx,
  listing: Listing,
  page: { after: After | null; offset: number; limit: number },
): Promise<ListedRow[]> {
  const all = sorted(tx, listing, page.after);
  return rows(tx, listedRow, sql`${all} limit ${page.limit} offset ${page.offset}`);
}

const counted = z.strictObject({ count: z.int() });

/** How many rows there are on all pages. */
export async function countRecords(tx: Tx, { question, match }: Listing): Promise<number> {
  const found = await rows(
    tx,
    counted,
    sql`select count(*)::int as count from (${recordsOf(tx.orgId, question)}) r
      where ${matched(tx.orgId, match)}`,
  );
  return found[0]?.count ?? 0;
}

/** All rows in the same order, some at a time, until `take` has had the last ones (or none). */
export async function eachRecord(
  tx: Tx,
  listing: Listing,
  take: (rows: ListedRow[]) => Promise<void>,
): Promise<void> {
  const all = sorted(tx, listing, null);
  const cursor = sql`declare each_record no scroll cursor for ${all}`;
  await tx.client.query({ text: cursor.text, values: cursor.values });
  for (;;) {
    const found = await rows(tx, listedRow, sql`fetch ${raw(String(CHUNK))} from each_record`);
    await take(found);
    if (found.length < CHUNK) return;
  }
}

function sorted(tx: Tx, { question, match, sort }: Listing, after: After | null): Sql {
  const column = raw(`r.${sort.field}`);
  const direction = raw(sort.descending ? 'desc' : 'asc');
  return sql`select r.record_id, r.account_id, ${millis('entered_at')} as entered_at, r.implied,
      r.outcome, ${millis('outcome_at')} as outcome_at,
      (case when scale(r.amount) < 2 then round(r.amount, 2) else r.amount end)::text as amount,
      r.currency, r.segment, r.channel, r.owner, r.pod, r.motion, r.product, r.region, r.place,
      ${sortValue(sort.field)} as sort_value
    from ${named(tx.orgId, question, sort)} r
    where ${matched(tx.orgId, match)} and ${afterRow(sort, after)}
    order by ${column} is null, ${column} ${direction}, r.record_id, r.place`;
}

/** Names are looked up for the rows of a page, unless they decide which rows those are. */
function named(orgId: string, question: RecordQuestion, { field }: RecordSort): Sql {
  const found = sql`(${recordsOf(orgId, question)})`;
  if (field !== 'account_name') return found;
  return sql`(select f.*, ${nameOfAccount(orgId, 'f')} as account_name from ${found} f)`;
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
  const further = sql`(r.record_id, r.place) > (${after.recordId}, ${after.place}::int)`;
  if (after.value === null) return sql`${column} is null and ${further}`;
  const value = typed(sort.field, after.value);
  const beyond = raw(sort.descending ? '<' : '>');
  return sql`(${column} is null or ${column} ${beyond} ${value}
    or (${column} = ${value} and ${further}))`;
}
