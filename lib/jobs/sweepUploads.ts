import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { inOrg } from '#lib/store/inOrg.ts';
import { listOrgs } from '#lib/store/orgs.ts';
import { removeUploadsBefore } from '#lib/store/uploads.ts';

const KEPT_DAYS = 7;
const DAY = 86_400_000;

/** Removes files a week after they came: by then they were taken or forgotten. */
export async function sweepUploads(pool: Pool, dataDir: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY);
  for (const org of await listOrgs(pool)) {
    const paths = await inOrg(pool, org.id, 'write', (tx) => removeUploadsBefore(tx, before));
    for (const path of paths) await rm(path, { force: true });
  }
  await sweepOrphans(join(dataDir, 'uploads'), before.getTime() - DAY);
}

/** Files that nothing tells of: the server ended while they came, or their organization is gone. */
async function sweepOrphans(folder: string, before: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found?.isFile() && found.mtimeMs < before) await rm(path, { force: true });
  }
}
