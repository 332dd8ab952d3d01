import sql, { join, raw } from 'sql-template-tag';
import { z } from 'zod';
import type { AccountRevenue } from '#lib/bowtie/accountRevenue.ts';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Tx } from './inOrg.ts';
import { toSteps } from './readUnits.ts';
import { rows } from './rows.ts';

const group = z.string().nullable();
const cents = z
  .string()
  .nullable()
  .transform((amount) => (amount === null ? null : parseCents(amount)));
const unitRow = z.strictObject({
  accountId: z.string(),
  unit: z.enum(['total', 'segment', 'product', 'motion']),
  value: z.string(),
  days: z.string(),
  arrs: z.string(),
  groups: z.strictObject({ segment: group, product: group, motion: group }),
});
const termRow = z.strictObject({
  source: z.string(),
  contractId: z.string(),
  accountId: z.string(),
  startsOn: z.string(),
  until: z.string().nullable(),
  endsOn: z.string().nullable(),
  covers: z.boolean(),
  arr: cents,
  renewed: z.boolean(),
  successorOn: z.string().nullable(),
  successorArr: cents,
  dimensions: z.strictObject(
    Object.fromEntries(DIMENSIONS.map((one) => [one, z.string()])) as Record<
      (typeof DIMENSIONS)[number],
      z.ZodString
    >,
  ),
});

/** What was derived of these accounts, as it was derived. */
export async function storedRevenue(
  tx: Tx,
  accountIds: readonly string[],
): Promise<AccountRevenue[]> {
  const units = Map.groupBy(await unitsOf(tx, accountIds), (one) => one.accountId);
  const terms = Map.groupBy(await termsOf(tx, accountIds), (one) => one.accountId);
  return [...terms].flatMap(([accountId, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const { channel, owner, region } = first.dimensions;
    const steps = (units.get(accountId) ?? []).map(({ days, arrs, ...unit }) => ({
      ...unit,
      steps: toSteps(days, arrs),
    }));
    const bare = own.map(({ accountId: _, ...term }) => term);
    return { accountId, dimensions: { channel, owner, region }, units: steps, terms: bare };
  });
}

// TRICKY: account by account, so that no plan reads the whole organization (see winningEvents).
function unitsOf(tx: Tx, accountIds: readonly string[]) {
  return rows(
    tx,
    unitRow,
    sql`select u.account_id as "accountId", u.unit, u.value,
        array_to_string(u.days, ',') as days, array_to_string(u.arrs, ',') as arrs,
        json_build_object('segment', u.segment, 'product', u.product, 'motion', u.motion) as groups
      from unnest(${accountIds}::text[]) as asked (id)
      cross join lateral (
        select * from arr_unit one
        where one.org_id = ${tx.orgId}::uuid and one.account_id = asked.id offset 0) u`,
  );
}

const DIMENSION_PAIRS = join(
  DIMENSIONS.map((one) => raw(`'${one}', t.${one}`)),
  ', ',
);

function termsOf(tx: Tx, accountIds: readonly string[]) {
  return rows(
    tx,
    termRow,
    sql`select t.source, t.contract_id as "contractId", t.account_id as "accountId",
        t.starts_on::text as "startsOn", t.until::text as until, t.ends_on::text as "endsOn",
        t.covers, t.arr::text as arr, t.renewed, t.successor_on::text as "successorOn",
        t.successor_arr::text as "successorArr",
        json_build_object(${DIMENSION_PAIRS}) as dimensions
      from unnest(${accountIds}::text[]) as asked (id)
      cross join lateral (
        select * from contract_term one
        where one.org_id = ${tx.orgId}::uuid and one.account_id = asked.id offset 0) t`,
  );
}
