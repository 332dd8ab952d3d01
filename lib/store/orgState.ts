import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Instant } from '#lib/bowtie/records.ts';
import { REVENUE } from './cells/marks.ts';
import { SIZES, stretchPair } from './cells/stretches.ts';
import type { Tx } from './inOrg.ts';
import { prepared } from './prepared.ts';

/** Where nobody folds for long, entries answer sooner than so many changes of a month. */
const MANY_CHANGES = 50_000;

const SPLITS = SIZES.map((size) => stretchPair({ size }, 0));

const months = z.array(z.string());
const stateRow = z.strictObject({
  first: z.number().nullable(),
  last: z.number().nullable(),
  stale: months,
  changed: months,
  overgrown: months,
  stretches: months,
  revenueVersion: z.string(),
  hasRevenue: z.boolean(),
  hasContracts: z.boolean(),
});

/** What every question about an organization wants to know of its data first. */
export type OrgState = {
  /** The times of the first and the last event of all. */
  first: Instant | null;
  last: Instant | null;
  /** Months whose cells say nothing, by their first day. */
  stale: readonly string[];
  /** Months with changes beside their cells, and those with too many of them. */
  changed: readonly string[];
  overgrown: readonly string[];
  /** The names of the months that are kept put together; see cells/stretches.ts. */
  stretches: readonly string[];
  /** Equal as long as the events that tell recurring revenue are the same. */
  revenueVersion: string;
  /** Whether the contracts are derived: either all of them are, or none. */
  hasRevenue: boolean;
  hasContracts: boolean;
};

const NOTHING: OrgState = {
  ...{ first: null, last: null, stale: [], changed: [], overgrown: [], stretches: [] },
  ...{ revenueVersion: '', hasRevenue: false, hasContracts: false },
};
const known = new WeakMap<Tx, Promise<OrgState>>();

/** Asked once in a transaction: all that a question reads is of one snapshot. */
export function orgState(tx: Tx): Promise<OrgState> {
  const asked = known.get(tx) ?? readState(tx);
  known.set(tx, asked);
  return asked;
}

/**
 * Marks of revenue have numbers of their own, but not in the order in which they become visible:
 * number and sum together tell them apart.
 */
async function readState(tx: Tx): Promise<OrgState> {
  const own = sql`org_id = ${tx.orgId}::uuid`;
  const [found = NOTHING] = await prepared(
    tx,
    stateRow,
    sql`select
        (select round(date_part('epoch', min(from_at)) * 1000) from record_span where ${own})
          as first,
        (select round(date_part('epoch', max(from_at)) * 1000) from record_span where ${own})
          as last,
        mark.stale, mark."revenueVersion", waiting.changed, waiting.overgrown,
        (select coalesce(json_agg(distinct concat_ws(' ', pair, month)), '[]')
          from count_cell where ${own} and pair = any(${SPLITS}::int[])) as stretches,
        exists (select 1 from arr_cell where ${own}) as "hasRevenue",
        exists (select 1 from contract where ${own}) as "hasContracts"
      from (
        select coalesce(json_agg(distinct month::text) filter (where month < ${REVENUE}::date),
            '[]') as stale,
          concat_ws(' ', count(*) filter (where month = ${REVENUE}::date),
            coalesce(sum(mark) filter (where month = ${REVENUE}::date), 0)) as "revenueVersion"
        from count_stale where ${own}) mark,
      (select coalesce(json_agg(month::text) filter (where changes <= ${MANY_CHANGES}), '[]')
            as changed,
          coalesce(json_agg(month::text) filter (where changes > ${MANY_CHANGES}), '[]')
            as overgrown
        from (select month, sum(size) as changes from count_delta where ${own} group by month) one
      ) waiting`,
  );
  return found;
}
