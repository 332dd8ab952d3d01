import type { Pool } from 'pg';
import { markAllStale } from '#lib/store/cells/markStale.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { enqueueFold } from '#lib/store/jobQueue.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { recordIdsAfter } from '#lib/store/recordIds.ts';
import { deriveRecords } from './deriveRecords.ts';
import { deriveAllRevenue } from './deriveRevenue.ts';

const BATCH = 5000;

/**
 * Derives every record anew, a batch per transaction: readers see each record whole, before or
 * after. The revenue follows in one: its balances run through all of it. Cells are folded behind.
 */
export async function rebuildOrg(pool: Pool, orgId: string): Promise<{ records: number }> {
  let records = 0;
  let after: string | undefined = '';
  while (after !== undefined) {
    const from: string = after;
    const batch = await inOrg(pool, orgId, 'write', async (tx) => {
      await lockOrg(tx);
      const ids = await recordIdsAfter(tx, from, BATCH);
      await deriveRecords(tx, ids, 'months');
      return ids;
    });
    records += batch.length;
    after = batch.at(-1);
  }
  await inOrg(pool, orgId, 'write', async (tx) => {
    await lockOrg(tx);
    await deriveAllRevenue(tx);
    await markAllStale(tx);
    await enqueueFold(tx);
  });
  return { records };
}
