import type { Pool } from 'pg';
import { unfinishedImports } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { enqueueImport } from '#lib/store/jobQueue.ts';
import { listOrgs } from '#lib/store/orgs.ts';

/**
 * Puts every import that is not ended into the queue again: a worker that was killed cannot say so
 * itself, and its job would be missed only after a while.
 */
export async function requeueImports(pool: Pool, report: (error: unknown) => void): Promise<void> {
  for (const org of await listOrgs(pool)) {
    await inOrg(pool, org.id, 'write', async (tx) => {
      for (const id of await unfinishedImports(tx)) await enqueueImport(tx, id);
    }).catch(report);
  }
}
