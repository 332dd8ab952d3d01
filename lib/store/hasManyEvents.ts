import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

/** So many are derived anew in less than a second. */
const FEW = 3000;

export async function hasManyEvents(tx: Tx): Promise<boolean> {
  const [found] = await rows(
    tx,
    z.strictObject({ count: z.int() }),
    sql`select count(*)::int as count from (
      select from stage_event where org_id = ${tx.orgId}::uuid limit ${FEW + 1}) found`,
  );
  return (found?.count ?? 0) > FEW;
}
