import sql from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Renewal } from '#lib/bowtie/renewals.ts';
import type { Tx } from './inOrg.ts';
import { type RevenueScope, termPart } from './revenueScope.ts';
import { rows } from './rows.ts';

const termRow = z.strictObject({
  source: z.string(),
  contractId: z.string(),
  accountId: z.string(),
  endsOn: z.string(),
  cancelledOn: z.string().nullable(),
  arr: z.string().nullable(),
  successorOn: z.string().nullable(),
  successorArr: z.string().nullable(),
  ...(Object.fromEntries(DIMENSIONS.map((one) => [one, z.string()])) as Record<
    (typeof DIMENSIONS)[number],
    z.ZodString
  >),
});

/** The contracts that fall due in [from, to), with their successors. */
export async function dueTerms(
  tx: Tx,
  scope: RevenueScope,
  { from, to }: DayRange,
): Promise<Renewal[]> {
  const { filter } = termPart(scope);
  const found = await rows(
    tx,
    termRow,
    sql`select source, contract_id as "contractId", account_id as "accountId",
        ends_on::text as "endsOn", case when until < ends_on then until::text end as "cancelledOn",
        arr::text as arr, successor_on::text as "successorOn", successor_arr::text as "successorArr",
        segment, channel, owner, pod, motion, product, region
      from contract_term
      where org_id = ${tx.orgId}::uuid and covers ${filter}
        and ends_on >= ${from}::date and ends_on < ${to}::date`,
  );
  return found.map(({ successorOn, successorArr, ...one }) => {
    const { source, contractId, accountId, endsOn, cancelledOn, arr, ...dimensions } = one;
    const contract = { source, contractId, accountId, cancelledOn, arr: cents(arr), dimensions };
    const successor =
      successorOn === null ? null : { startsOn: successorOn, arr: cents(successorArr) };
    return { contract, endsOn, successor };
  });
}

function cents(amount: string | null): bigint | null {
  return amount === null ? null : parseCents(amount);
}
