import type { Pool } from 'pg';
import { hasStale } from '#lib/store/cells/foldMarks.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { enqueueFold } from '#lib/store/jobQueue.ts';
import { listOrgs } from '#lib/store/orgs.ts';

/** Puts every organization with months that were left to be folded into the queue. */
export async function requeueFolds(pool: Pool, report: (error: unknown) => void): Promise<void> {
  for (const org of await listOrgs(pool)) {
    await inOrg(pool, org.id, 'write', async (tx) => {
      if (await hasStale(tx)) await enqueueFold(tx);
    }).catch(report);
  }
}
