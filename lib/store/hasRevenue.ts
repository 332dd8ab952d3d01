import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { orgState } from './orgState.ts';
import { rows } from './rows.ts';

const foundRow = z.strictObject({ found: z.boolean() });

/** Whether the contracts are derived: either all of them are, or none. */
export async function hasRevenue(tx: Tx): Promise<boolean> {
  if (tx.readOnly) return (await orgState(tx)).hasRevenue;
  const [found] = await rows(
    tx,
    foundRow,
    sql`select exists (select 1 from arr_cell where org_id = ${tx.orgId}::uuid) as found`,
  );
  return found?.found ?? false;
}
