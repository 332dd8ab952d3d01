import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Tx } from './inOrg.ts';
import { type RevenueScope, termPart } from './revenueScope.ts';
import { rows } from './rows.ts';
import { renewalRow } from './sumCells.ts';

const groupRow = z.strictObject({ group: z.string(), unconverted: z.int() });

/** Every group that a contract lies in, with the contracts without a rate that cover the days. */
export async function countTermGroups(
  tx: Tx,
  scope: RevenueScope,
  { from, to }: DayRange,
  asOfDay: Day,
) {
  const { group, filter } = termPart(scope);
  return rows(
    tx,
    groupRow,
    sql`select ${group} as "group", count(*) filter (
          where arr is null and covers and starts_on <= ${asOfDay}::date
            and starts_on < ${to}::date and (until is null or until >= ${from}::date)
        )::int as unconverted
      from contract_term where org_id = ${tx.orgId}::uuid ${filter} group by 1`,
  );
}

/** What fell due in the period; without a successor and ended before `lapsed`: churned. */
export async function sumRenewals(
  tx: Tx,
  scope: RevenueScope,
  { from, to }: DayRange,
  lapsed: Day,
) {
  const { group, filter } = termPart(scope);
  return rows(
    tx,
    renewalRow,
    sql`select ${group} as "group", count(*)::int as due,
        count(*) filter (where renewed)::int as renewed,
        count(*) filter (where not renewed and ends_on < ${lapsed}::date)::int as churned,
        coalesce(sum(arr), 0)::text as "dueArr",
        coalesce(sum(arr) filter (where renewed), 0)::text as "renewedArr",
        coalesce(sum(arr) filter (where not renewed and ends_on < ${lapsed}::date), 0)::text
          as "churnedArr",
        coalesce(sum(least(arr, successor_arr))
          filter (where arr is not null and successor_arr is not null), 0)::text as "retainedArr",
        coalesce(sum(greatest(successor_arr - arr, 0))
          filter (where arr is not null and successor_arr is not null), 0)::text as "upliftArr"
      from contract_term
      where org_id = ${tx.orgId}::uuid and covers ${filter}
        and ends_on >= ${from}::date and ends_on < ${to}::date
      group by 1`,
  );
}
