import { rm } from 'node:fs/promises';
import type { Pool } from 'pg';
import { inOrg } from '#lib/store/inOrg.ts';
import { listOrgs } from '#lib/store/orgs.ts';
import { removeUploadsBefore } from '#lib/store/uploads.ts';

const KEPT_DAYS = 7;

/** Removes files a week after they came: by then they were taken or forgotten. */
export async function sweepUploads(pool: Pool, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  for (const org of await listOrgs(pool)) {
    const paths = await inOrg(pool, org.id, 'write', (tx) => removeUploadsBefore(tx, before));
    for (const path of paths) await rm(path, { force: true });
  }
}
