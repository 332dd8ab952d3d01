import type { Tx } from '../inOrg.ts';
import { markRevenue } from './markStale.ts';
import { REVENUE } from './marks.ts';

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
