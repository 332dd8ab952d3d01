import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { Tx } from '../inOrg.ts';
import { rows } from '../rows.ts';

const stateRow = z.strictObject({
  first: z.number().nullable(),
  last: z.number().nullable(),
  stale: z.array(z.string()),
  changed: z.array(z.string()),
  overgrown: z.array(z.string()),
});

/** Where nobody folds for long, entries answer sooner than so many changes of a month. */
const MANY_CHANGES = 10_000;

/** The mark that stands for every month. */
export const EVERY_MONTH = '-infinity';
/** No month: marks of what the loop is derived from, where events tell the revenue. */
export const REVENUE = 'infinity';

/** What of an organization's cells can be relied on, in the snapshot of the question. */
export type CellState = {
  /** The times of the first and the last event of all. */
  first: Instant;
  last: Instant;
  /** Months whose cells say nothing, by their first day. */
  stale: ReadonlySet<Day>;
  /** Months with changes beside their cells. */
  changed: ReadonlySet<Day>;
};

const known = new WeakMap<Tx, Promise<CellState | null>>();

/**
 * Null where no cell says anything, or where there is nothing to say. Asked once in a transaction:
 * all that a question reads is of one snapshot.
 */
export function cellState(tx: Tx): Promise<CellState | null> {
  const asked = known.get(tx) ?? readState(tx);
  known.set(tx, asked);
  return asked;
}

async function readState(tx: Tx): Promise<CellState | null> {
  const changes = sql`select month, sum(size) as changes from count_delta
    where org_id = ${tx.orgId}::uuid group by month`;
  const [found] = await rows(
    tx,
    stateRow,
    sql`select
        (select round(date_part('epoch', min(from_at)) * 1000) from record_span
          where org_id = ${tx.orgId}::uuid) as first,
        (select round(date_part('epoch', max(from_at)) * 1000) from record_span
          where org_id = ${tx.orgId}::uuid) as last,
        (select coalesce(json_agg(distinct month::text), '[]') from count_stale
          where org_id = ${tx.orgId}::uuid and month < ${REVENUE}::date) as stale,
        (select coalesce(json_agg(month::text) filter (where changes <= ${MANY_CHANGES}), '[]')
          from (${changes}) waiting) as changed,
        (select coalesce(json_agg(month::text) filter (where changes > ${MANY_CHANGES}), '[]')
          from (${changes}) waiting) as overgrown`,
  );
  const { first = null, last = null, stale = [], changed = [], overgrown = [] } = found ?? {};
  if (first === null || last === null || stale.includes(EVERY_MONTH)) return null;
  return { first, last, stale: new Set([...stale, ...overgrown]), changed: new Set(changed) };
}
