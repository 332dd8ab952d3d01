import type { Pool } from 'pg';
import { accountsOfImport } from '#lib/store/contractFacts.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { deriveRevenue } from '../deriveRevenue.ts';

/** Each batch writes the cells of all its days: the more accounts at once, the fewer writes. */
const BATCH = 20_000;

/** Derives the revenue of every account that this import brought a contract of. */
export async function deriveContracts(
  pool: Pool,
  orgId: string,
  importId: string,
  signal?: AbortSignal,
): Promise<void> {
  const ids = await inOrg(pool, orgId, 'read', (tx) => accountsOfImport(tx, importId));
  for (let at = 0; at < ids.length; at += BATCH) {
    signal?.throwIfAborted();
    await inOrg(pool, orgId, 'bulk', async (tx) => {
      await lockOrg(tx);
      await deriveRevenue(tx, ids.slice(at, at + BATCH));
    });
  }
}
