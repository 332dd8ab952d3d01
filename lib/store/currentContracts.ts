import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const texts = z.array(z.string());
const maybeTexts = z.array(z.string().nullable());

/** One list per column, all in one order: a row each costs five times as much. */
const columnsRow = z.strictObject({
  source: texts,
  contractId: texts,
  accountId: texts,
  startsOn: texts,
  endsOn: maybeTexts,
  cancelledOn: maybeTexts,
  arr: texts,
  currency: texts,
  segment: maybeTexts,
  product: maybeTexts,
  motion: maybeTexts,
  accountSegment: maybeTexts,
  accountChannel: maybeTexts,
  accountOwner: maybeTexts,
  accountRegion: maybeTexts,
});

type Maybe = string | null;

export type CurrentContract = {
  source: string;
  contractId: string;
  accountId: string;
  startsOn: string;
  endsOn: Maybe;
  cancelledOn: Maybe;
  arr: string;
  currency: string;
  own: { segment: Maybe; product: Maybe; motion: Maybe };
  account: { segment: Maybe; channel: Maybe; owner: Maybe; region: Maybe };
};

/**
 * The winning version of every contract, or of all that these accounts have, with the account's
 * winning values beside it.
 */
export async function currentContracts(
  tx: Tx,
  accountIds?: readonly string[],
): Promise<CurrentContract[]> {
  const found = accountIds === undefined ? everyContract(tx) : contractsOf(tx, accountIds);
  const [columns] = await rows(
    tx,
    columnsRow,
    sql`select coalesce(json_agg(c.source), '[]') as source,
        coalesce(json_agg(c.contract_id), '[]') as "contractId",
        coalesce(json_agg(c.account_id), '[]') as "accountId",
        coalesce(json_agg(c.starts_on::text), '[]') as "startsOn",
        coalesce(json_agg(c.ends_on::text), '[]') as "endsOn",
        coalesce(json_agg(c.cancelled_on::text), '[]') as "cancelledOn",
        coalesce(json_agg(c.arr::text), '[]') as arr,
        coalesce(json_agg(c.currency), '[]') as currency,
        coalesce(json_agg(c.segment), '[]') as segment,
        coalesce(json_agg(c.product), '[]') as product,
        coalesce(json_agg(c.motion), '[]') as motion,
        coalesce(json_agg(a.segment), '[]') as "accountSegment",
        coalesce(json_agg(a.channel), '[]') as "accountChannel",
        coalesce(json_agg(a.owner), '[]') as "accountOwner",
        coalesce(json_agg(a.region), '[]') as "accountRegion"
      ${found}`,
  );
  return columns === undefined ? [] : columns.contractId.map((_, row) => contractAt(columns, row));
}

function everyContract(tx: Tx): Sql {
  return sql`from (
      select distinct on (source, contract_id) *
      from contract where org_id = ${tx.orgId}::uuid
      order by source, contract_id, version desc, arrival desc
    ) c left join (
      select distinct on (account_id) account_id, segment, channel, owner, region
      from account where org_id = ${tx.orgId}::uuid
      order by account_id, version desc, arrival desc
    ) a using (account_id)`;
}

/** Row by row, so that no plan reads the whole organization (see winningEvents). */
function contractsOf(tx: Tx, accountIds: readonly string[]): Sql {
  return sql`from (select distinct id from unnest(${accountIds}::text[]) as given (id)) as asked
    cross join lateral (
      select * from contract one
      where one.org_id = ${tx.orgId}::uuid and one.account_id = asked.id offset 0) c
    left join lateral (
      select 1 as found from contract n
      where n.org_id = ${tx.orgId}::uuid and n.source = c.source and n.contract_id = c.contract_id
        and (n.version, n.arrival) > (c.version, c.arrival) limit 1) newer on true
    left join lateral (
      select b.segment, b.channel, b.owner, b.region from account b
      where b.org_id = ${tx.orgId}::uuid and b.account_id = c.account_id
      order by b.version desc, b.arrival desc limit 1) a on true
    where newer.found is null`;
}

function contractAt(columns: z.infer<typeof columnsRow>, row: number): CurrentContract {
  const text = (list: readonly string[]) => list[row] ?? '';
  const maybe = (list: readonly Maybe[]) => list[row] ?? null;
  return {
    source: text(columns.source),
    contractId: text(columns.contractId),
    accountId: text(columns.accountId),
    startsOn: text(columns.startsOn),
    endsOn: maybe(columns.endsOn),
    cancelledOn: maybe(columns.cancelledOn),
    arr: text(columns.arr),
    currency: text(columns.currency),
    own: {
      segment: maybe(columns.segment),
      product: maybe(columns.product),
      motion: maybe(columns.motion),
    },
    account: {
      segment: maybe(columns.accountSegment),
      channel: maybe(columns.accountChannel),
      owner: maybe(columns.accountOwner),
      region: maybe(columns.accountRegion),
    },
  };
}
