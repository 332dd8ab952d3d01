import type { Pool } from 'pg';
import type { SettingsChange } from '#lib/contract/rederive.ts';
import { insertChange } from '#lib/store/changes.ts';
import { hasManyEvents } from '#lib/store/hasManyEvents.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { enqueueRederive } from '#lib/store/jobQueue.ts';
import { type ApplyDeps, applyChanges } from './applyChanges.ts';

const AT_ONCE = 2;
let underWay = 0;

export type Changed = { rederiving: boolean; records: number };

/**
 * Puts a change of settings down and its work into the queue, in one transaction. Of an
 * organization with few events it is in force when this returns.
 */
export async function requestChange(
  pool: Pool,
  orgId: string,
  change: SettingsChange,
  deps: ApplyDeps & { newId: () => string },
): Promise<Changed> {
  const many = await inOrg(pool, orgId, 'write', async (tx) => {
    await putChange(tx, change, deps);
    return hasManyEvents(tx);
  });
  // A run takes two connections: the pool must not be full of runs that wait for their second.
  if (many || underWay >= AT_ONCE) return { rederiving: true, records: 0 };
  underWay += 1;
  try {
    const done = await applyChanges(pool, orgId, deps);
    return { rederiving: done === null, records: done?.records ?? 0 };
  } finally {
    underWay -= 1;
  }
}

async function putChange(
  tx: Tx,
  change: SettingsChange,
  deps: ApplyDeps & { newId: () => string },
): Promise<void> {
  await insertChange(tx, { id: deps.newId(), change, now: deps.now() });
  await enqueueRederive(tx);
}
