import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const nameRow = z.strictObject({ accountId: z.string(), name: z.string() });

/** The names of these accounts: per account the winning row's; those without one are absent. */
export async function accountNames(
  tx: Tx,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  if (accountIds.length === 0) return new Map();
  const found = await rows(
    tx,
    nameRow,
    sql`select winner.* from unnest(${[...accountIds]}::text[]) as asked (id)
      cross join lateral (
        select a.account_id as "accountId", a.name from account a
        where a.org_id = ${tx.orgId}::uuid and a.account_id = asked.id
        order by a.version desc, a.arrival desc limit 1) winner
      where winner.name is not null`,
  );
  return new Map(found.map((row) => [row.accountId, row.name]));
}
