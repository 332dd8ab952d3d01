import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

/** Whether the contracts are derived: either all of them are, or none. */
export async function hasRevenue(tx: Tx): Promise<boolean> {
  const [found] = await rows(
    tx,
    z.strictObject({ found: z.boolean() }),
    sql`select exists (select 1 from arr_cell where org_id = ${tx.orgId}::uuid) as found`,
  );
  return found?.found ?? false;
}
