import type { Pool } from 'pg';
import { inOrg } from '#lib/store/inOrg.ts';
import { enqueueRederive } from '#lib/store/jobQueue.ts';
import { listOrgs } from '#lib/store/orgs.ts';

/** Puts every organization whose changed settings are not in force yet into the queue again. */
export async function requeueRederives(pool: Pool, report: (error: unknown) => void) {
  for (const org of await listOrgs(pool)) {
    if (org.changing > 0) await inOrg(pool, org.id, 'write', enqueueRederive).catch(report);
  }
}
