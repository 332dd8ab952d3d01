import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from '../inOrg.ts';
import { rows } from '../rows.ts';
import { REVENUE } from './cellState.ts';
import { markRevenue } from './markStale.ts';

/**
 * Equal as long as the events that tell recurring revenue are the same. Marks have numbers of their
 * own, but not in the order in which they become visible: number and sum together tell them apart.
 */
export async function revenueVersion(tx: Tx): Promise<string> {
  const [found] = await rows(
    tx,
    z.strictObject({ version: z.string() }),
    sql`select concat_ws(' ', count(*), coalesce(sum(mark), 0)) as version from count_stale
      where org_id = ${tx.orgId}::uuid and month = ${REVENUE}::date`,
  );
  return found?.version ?? '';
}

/** Many are slower to count than one, which is a new version too. */
const MANY = 200;

export async function trimRevenueMarks(tx: Tx): Promise<void> {
  const { rows: found } = await tx.client.query<{ many: boolean }>(
    `select count(*) > $3 as many from count_stale where org_id = $1::uuid and month = $2::date`,
    [tx.orgId, REVENUE, MANY],
  );
  if (!found[0]?.many) return;
  await tx.client.query('delete from count_stale where org_id = $1::uuid and month = $2::date', [
    tx.orgId,
    REVENUE,
  ]);
  await markRevenue(tx);
}
