import sql, { raw, type Sql } from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Renewal } from '#lib/bowtie/renewals.ts';
import type { RecordField } from '#lib/contract/records.ts';
import type { Tx } from './inOrg.ts';
import { type RevenueScope, termPart } from './revenueScope.ts';
import { rows } from './rows.ts';

const text = z.string();
const maybe = text.nullable();
/** Rows as lists: tens of thousands of them are read a third quicker. */
const contractRow = z.tuple([text, text, text, text, maybe, maybe, maybe, maybe]).rest(text);

const COLUMNS = sql`source, contract_id, account_id, ends_on::text,
  case when until < ends_on then until::text end, arr::text,
  successor_on::text, successor_arr::text,
  segment, channel, owner, pod, motion, product, region`;

/** The contracts that fall due in [from, to), with their successors, in no order. */
export async function dueTerms(tx: Tx, scope: RevenueScope, range: DayRange): Promise<Renewal[]> {
  return read(tx, sql`select ${COLUMNS} from contract_term where ${isDue(tx, scope, range)}`);
}

export type DueSort = { field: Exclude<RecordField, 'account_name'>; descending: boolean };
export type DuePage = { sort: DueSort; offset: number; limit: number };
export type DueAsked = {
  range: DayRange;
  /** Ended before it without a successor: churned. */
  lapsed: Day;
  outcomes: readonly (keyof typeof OUTCOMES)[];
};

/** Some of those with these outcomes, in the order of records: ties by id, no value comes last. */
export async function pageOfDue(
  tx: Tx,
  scope: RevenueScope,
  asked: DueAsked,
  page: DuePage,
): Promise<Renewal[]> {
  const { field, descending } = page.sort;
  const column = sql`(${sortColumn(field, asked.lapsed)})`;
  return read(
    tx,
    sql`select ${COLUMNS} from contract_term
      where ${isDue(tx, scope, asked.range)} and ${hasOutcome(asked)}
      order by ${column} is null, ${column} ${raw(descending ? 'desc' : 'asc')}, contract_id, source
      limit ${page.limit} offset ${page.offset}`,
  );
}

/** How many there are on all pages. */
export async function countDue(tx: Tx, scope: RevenueScope, asked: DueAsked): Promise<number> {
  const [found] = await rows(
    tx,
    z.strictObject({ count: z.int() }),
    sql`select count(*)::int as count from contract_term
      where ${isDue(tx, scope, asked.range)} and ${hasOutcome(asked)}`,
  );
  return found?.count ?? 0;
}

const OUTCOMES = { renewed: 'advanced', churned: 'lost', open: 'open' } as const;

function isDue(tx: Tx, scope: RevenueScope, { from, to }: DayRange): Sql {
  return sql`org_id = ${tx.orgId}::uuid and covers ${termPart(scope).filter}
    and ends_on >= ${from}::date and ends_on < ${to}::date`;
}

function outcomeAt(lapsed: Day): Sql {
  return sql`case when renewed then 'advanced' when ends_on < ${lapsed}::date then 'lost'
    else 'open' end collate "C"`;
}

function hasOutcome({ outcomes, lapsed }: DueAsked): Sql {
  const told = outcomes.map((one) => OUTCOMES[one]);
  return sql`${outcomeAt(lapsed)} = any(${told}::text[])`;
}

function sortColumn(field: DueSort['field'], lapsed: Day): Sql {
  if (field === 'record_id') return sql`contract_id`;
  if (field === 'entered_at') return sql`contract_term.ends_on`;
  // The same of all: none of them is implied.
  if (field === 'implied') return sql`covers`;
  if (field === 'outcome') return outcomeAt(lapsed);
  if (field === 'outcome_at') {
    return sql`case when renewed then successor_on
      when ends_on < ${lapsed}::date then ends_on + 31 end`;
  }
  // TRICKY: bare it would be the column as it is told, which is text.
  if (field === 'amount') return sql`contract_term.arr`;
  if (field === 'currency') return sql`case when arr is not null then 0 end`;
  return raw(field);
}

async function read(tx: Tx, { text: said, values }: Sql): Promise<Renewal[]> {
  const result = await tx.client.query({ text: said, values, rowMode: 'array' });
  return result.rows.map((row) => toRenewal(contractRow.parse(row)));
}

function toRenewal(row: z.infer<typeof contractRow>): Renewal {
  const [source, contractId, accountId, endsOn, cancelledOn, arr, successorOn, after] = row;
  const [segment = '', channel = '', owner = '', pod = '', ...rest] = row.slice(8) as string[];
  const [motion = '', product = '', region = ''] = rest;
  const dimensions = { segment, channel, owner, pod, motion, product, region };
  return {
    contract: { source, contractId, accountId, cancelledOn, arr: cents(arr), dimensions },
    endsOn,
    successor: successorOn === null ? null : { startsOn: successorOn, arr: cents(after) },
  };
}

function cents(amount: string | null): bigint | null {
  return amount === null ? null : parseCents(amount);
}
