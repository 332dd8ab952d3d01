import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Tx } from './inOrg.ts';
import { type RevenueScope, unitPart } from './revenueScope.ts';
import { rows } from './rows.ts';

const cents = z.string().transform(parseCents);
const movesShape = {
  group: z.string(),
  bucket: z.int(),
  new: cents,
  reactivation: cents,
  expansion: cents,
  contraction: cents,
  churn: cents,
  customers: z.int(),
};
const moveRow = z.strictObject(movesShape);
const baseRow = z.strictObject({
  group: z.string(),
  base: cents,
  net: cents,
  kept: cents,
  units: z.int(),
  unitsKept: z.int(),
});

/** Every step with the ARR before it. */
export const UNIT_STEPS = sql`cross join lateral unnest(days, arrs, array_prepend(0.00, arrs))
  with ordinality as step (day, arr, before, place)`;

/** Movements before `until`, summed between the cuts; bucket 0 lies before the first. */
export async function sumArrMoves(tx: Tx, scope: RevenueScope, cuts: readonly Day[], until: Day) {
  const { group, filter } = unitPart(scope);
  return rows(
    tx,
    moveRow,
    sql`select ${group} as "group", width_bucket(day, ${cuts}::date[]) as bucket,
        coalesce(sum(arr) filter (where place = 1), 0.00)::text as new,
        coalesce(sum(arr) filter (where place > 1 and before = 0), 0.00)::text as reactivation,
        coalesce(sum(arr - before) filter (where arr > before and before > 0), 0.00)::text
          as expansion,
        coalesce(sum(before - arr) filter (where arr < before and arr > 0), 0.00)::text
          as contraction,
        coalesce(sum(before) filter (where arr = 0), 0.00)::text as churn,
        (count(*) filter (where before = 0) - count(*) filter (where arr = 0))::int as customers
      from arr_unit ${UNIT_STEPS}
      where org_id = ${tx.orgId}::uuid and day < ${until}::date ${filter}
      group by 1, 2`,
  );
}

/** What retention divides, from the balances at two dates. */
export async function sumArrBases(tx: Tx, scope: RevenueScope, from: Day, to: Day) {
  const { group, filter } = unitPart(scope);
  return rows(
    tx,
    baseRow,
    sql`select "group", sum(base)::text as base, coalesce(sum(net), 0)::text as net,
        coalesce(sum(least(base, net)) filter (where net is not null), 0)::text as kept,
        count(*)::int as units, count(net)::int as "unitsKept"
      from (
        select ${group} as "group", arrs[width_bucket(${from}::date - 1, days)] as base,
          nullif(arrs[width_bucket(${to}::date - 1, days)], 0) as net
        from arr_unit where org_id = ${tx.orgId}::uuid ${filter} offset 0
      ) balance
      where base > 0 group by 1`,
  );
}
