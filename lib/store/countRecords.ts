import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

/** Records with any event. */
export async function countRecords(tx: Tx): Promise<number> {
  const [found] = await rows(
    tx,
    z.strictObject({ count: z.number() }),
    sql`select count(distinct record_id)::float8 as count from stage_event
      where org_id = ${tx.orgId}::uuid`,
  );
  return found?.count ?? 0;
}
