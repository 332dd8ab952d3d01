import sql from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import { type KeptUnit, keptUnit } from '#lib/bowtie/keptUnit.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Tx } from './inOrg.ts';
import { toSteps } from './readUnits.ts';
import { type RevenueScope, termPart, unitPart } from './revenueScope.ts';
import { rows } from './rows.ts';

const payingRow = z.strictObject({
  accountId: z.string(),
  days: z.string(),
  arrs: z.string(),
  ...(Object.fromEntries(DIMENSIONS.map((one) => [one, z.string()])) as Record<
    keyof DimensionValues,
    z.ZodString
  >),
});

/** An account in the base of retention. */
export type PayingAccount = KeptUnit & { accountId: string; dimensions: DimensionValues };

/**
 * Accounts with a balance at `from`, and what became of it at `to`: neither is after what is known.
 * The groups are those of the contract that brings most of it.
 */
export async function payingAccounts(
  tx: Tx,
  scope: RevenueScope,
  range: DayRange,
): Promise<PayingAccount[]> {
  const { from } = range;
  const found = await rows(
    tx,
    payingRow,
    sql`select paying."accountId", paying.days, paying.arrs,
        most.segment, most.channel, most.owner, most.pod, most.motion, most.product, most.region
      from (
        select account_id as "accountId", array_to_string(days, ',') as days,
          array_to_string(arrs, ',') as arrs
        from arr_unit
        where org_id = ${tx.orgId}::uuid ${unitPart(scope).filter}
          and arrs[width_bucket(${from}::date - 1, days)] > 0 offset 0
      ) paying cross join lateral (
        select * from contract_term
        where org_id = ${tx.orgId}::uuid and contract_term.account_id = paying."accountId"
          and covers and arr is not null and starts_on < ${from}::date
          and (until is null or until >= ${from}::date) ${termPart(scope).filter}
        order by contract_term.arr desc, source, contract_id limit 1
      ) most`,
  );
  return found.flatMap(({ accountId, days, arrs, ...dimensions }) => {
    const unit = keptUnit(toSteps(days, arrs), range);
    return unit === null ? [] : [{ accountId, dimensions, ...unit }];
  });
}
