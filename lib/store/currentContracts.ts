import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const text = z.string().nullable();

const contractRow = z.strictObject({
  source: z.string(),
  contractId: z.string(),
  accountId: z.string(),
  startsOn: z.string(),
  endsOn: text,
  cancelledOn: text,
  arr: z.string(),
  currency: z.string(),
  own: z.strictObject({ segment: text, product: text, motion: text }),
  account: z.strictObject({ segment: text, channel: text, owner: text, region: text }),
});
export type CurrentContract = z.infer<typeof contractRow>;

/** The winning version of every contract, with the account's winning values beside it. */
export async function currentContracts(tx: Tx): Promise<CurrentContract[]> {
  return rows(
    tx,
    contractRow,
    sql`with account_now as (
        select distinct on (account_id) account_id, segment, channel, owner, region
        from account where org_id = ${tx.orgId}::uuid
        order by account_id, version desc, arrival desc
      ), contract_now as (
        select distinct on (source, contract_id) *
        from contract where org_id = ${tx.orgId}::uuid
        order by source, contract_id, version desc, arrival desc
      )
      select c.source, c.contract_id as "contractId", c.account_id as "accountId",
        c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
        c.cancelled_on::text as "cancelledOn", c.arr::text as arr, c.currency,
        jsonb_build_object('segment', c.segment, 'product', c.product, 'motion', c.motion) as own,
        jsonb_build_object('segment', a.segment, 'channel', a.channel, 'owner', a.owner,
          'region', a.region) as account
      from contract_now c left join account_now a using (account_id)`,
  );
}
