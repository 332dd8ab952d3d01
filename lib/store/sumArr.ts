import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Tx } from './inOrg.ts';
import { type ArrPart, arrPart, type RevenueScope } from './revenueScope.ts';
import { rows } from './rows.ts';

const cents = z.string().transform(parseCents);
const moveRow = z.strictObject({
  group: z.string(),
  bucket: z.int(),
  movement: z.enum(ARR_MOVEMENTS),
  amount: cents,
  units: z.int(),
});
const baseRow = z.strictObject({
  group: z.string(),
  base: cents,
  net: cents,
  kept: cents,
  units: z.int(),
  unitsKept: z.int(),
});

/** Movements before `until`, summed between the cuts; bucket 0 lies before the first. */
export async function sumArrMoves(tx: Tx, scope: RevenueScope, cuts: readonly Day[], until: Day) {
  const { unit, group, filter } = arrPart(scope);
  return rows(
    tx,
    moveRow,
    sql`select ${group} as "group", width_bucket(day, ${cuts}::date[]) as bucket, movement,
        sum(amount)::text as amount, count(*)::int as units
      from arr_day
      where org_id = ${tx.orgId}::uuid and unit = ${unit} and day < ${until}::date ${filter}
      group by 1, 2, 3`,
  );
}

/** What retention divides, from the balances at two dates. */
export async function sumArrBases(tx: Tx, scope: RevenueScope, from: Day, to: Day) {
  const part = arrPart(scope);
  return rows(
    tx,
    baseRow,
    sql`with base as (${balances(tx, part, from)}), net as (${balances(tx, part, to)})
      select base."group", sum(base.arr)::text as base, coalesce(sum(net.arr), 0)::text as net,
        coalesce(sum(least(base.arr, net.arr)) filter (where net.arr is not null), 0)::text
          as kept,
        count(*)::int as units, count(net.arr)::int as "unitsKept"
      from base left join net using (value, account_id) group by 1`,
  );
}

function balances(tx: Tx, { unit, group, filter }: ArrPart, date: Day) {
  return sql`select ${group} as "group", value, account_id, arr from arr_day
    where org_id = ${tx.orgId}::uuid and unit = ${unit} and arr > 0 ${filter}
      and day < ${date}::date and (until is null or until >= ${date}::date)`;
}
