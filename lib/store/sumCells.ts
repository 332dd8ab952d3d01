import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Tx } from './inOrg.ts';
import type { CellPart } from './revenueScope.ts';
import { rows } from './rows.ts';

const cents = z.string().transform(parseCents);
const moveRow = z.strictObject({
  group: z.string(),
  bucket: z.int(),
  new: cents,
  reactivation: cents,
  expansion: cents,
  contraction: cents,
  churn: cents,
  customers: z.int(),
  contracts: z.int(),
  unconverted: z.int(),
});
export const renewalRow = z.strictObject({
  group: z.string(),
  due: z.int(),
  renewed: z.int(),
  churned: z.int(),
  dueArr: cents,
  renewedArr: cents,
  churnedArr: cents,
  retainedArr: cents,
  upliftArr: cents,
});

/**
 * Movements between the cuts; bucket 0 lies before the first. What begins on or after `until` is in
 * bucket -1: its contracts still name their group.
 */
export async function sumCellMoves(
  tx: Tx,
  { dimension, group, filter }: CellPart,
  cuts: readonly Day[],
  until: Day,
) {
  return rows(
    tx,
    moveRow,
    sql`select ${group} as "group",
        case when day < ${until}::date then width_bucket(day, ${cuts}::date[]) else -1 end as bucket,
        sum(new)::text as new, sum(reactivation)::text as reactivation,
        sum(expansion)::text as expansion, sum(contraction)::text as contraction,
        sum(churn)::text as churn, sum(customers)::int as customers,
        sum(contracts)::int as contracts, sum(unconverted)::int as unconverted
      from arr_cell
      where org_id = ${tx.orgId}::uuid and dimension = ${dimension} ${filter}
      group by 1, 2`,
  );
}

/** What fell due in the period; without a successor and ended before `lapsed`: churned. */
export async function sumCellRenewals(
  tx: Tx,
  { dimension, group, filter }: CellPart,
  { from, to }: DayRange,
  lapsed: Day,
) {
  return rows(
    tx,
    renewalRow,
    sql`select ${group} as "group", sum(due)::int as due, sum(renewed)::int as renewed,
        coalesce(sum(due - renewed) filter (where day < ${lapsed}::date), 0)::int as churned,
        sum(due_arr)::text as "dueArr", sum(renewed_arr)::text as "renewedArr",
        coalesce(sum(due_arr - renewed_arr) filter (where day < ${lapsed}::date), 0)::text
          as "churnedArr",
        sum(retained_arr)::text as "retainedArr", sum(uplift_arr)::text as "upliftArr"
      from arr_cell
      where org_id = ${tx.orgId}::uuid and dimension = ${dimension} ${filter}
        and day >= ${from}::date and day < ${to}::date
      group by 1 having sum(due) > 0`,
  );
}
