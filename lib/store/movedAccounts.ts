import sql, { raw } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { ArrMovement } from '#lib/bowtie/loopMovements.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Tx } from './inOrg.ts';
import { type RevenueScope, termPart, unitPart } from './revenueScope.ts';
import { rows } from './rows.ts';
import { UNIT_STEPS } from './sumArr.ts';

const movedRow = z.strictObject({
  accountId: z.string(),
  day: z.string(),
  amount: z.string().transform(parseCents),
  ...(Object.fromEntries(DIMENSIONS.map((one) => [one, z.string()])) as Record<
    keyof DimensionValues,
    z.ZodString
  >),
});

/** Which steps are of a movement, by the ARR before them (classes of `arrChanges`). */
const IS = {
  new: 'place = 1',
  reactivation: 'place > 1 and before = 0',
  expansion: 'arr > before and before > 0',
  contraction: 'arr < before and arr > 0',
  churn: 'arr = 0',
} as const;

export type MovedAccount = {
  accountId: string;
  day: Day;
  amount: bigint;
  dimensions: DimensionValues;
};

/**
 * Accounts that moved so in [from, to): the sum, the first day, and the groups of the contract that
 * begins on it, else of the first one.
 */
export async function movedAccounts(
  tx: Tx,
  scope: RevenueScope,
  movement: ArrMovement,
  { from, to }: DayRange,
  asOfDay: Day,
): Promise<MovedAccount[]> {
  const found = await rows(
    tx,
    movedRow,
    sql`with moved as (
        select account_id, min(day) as day, sum(abs(arr - before)) as amount
        from arr_unit ${UNIT_STEPS}
        where org_id = ${tx.orgId}::uuid ${unitPart(scope).filter}
          and day >= ${from}::date and day < ${to}::date and ${raw(IS[movement])}
        group by account_id
      )
      select moved.account_id as "accountId", moved.day::text as day, amount::text as amount,
        first.segment, first.channel, first.owner, first.pod, first.motion, first.product,
        first.region
      from moved cross join lateral (
        select * from contract_term
        where org_id = ${tx.orgId}::uuid and contract_term.account_id = moved.account_id
          and covers and arr is not null and starts_on <= ${asOfDay}::date ${termPart(scope).filter}
        order by starts_on <> moved.day, source, contract_id limit 1
      ) first`,
  );
  return found.map(({ accountId, day, amount, ...dimensions }) => ({
    ...{ accountId, day, amount, dimensions },
  }));
}
