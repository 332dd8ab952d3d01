import type { Pool } from 'pg';
import { inOrg } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { recordsOfImport } from '#lib/store/recordsOfImport.ts';
import { deriveRecords } from '../deriveRecords.ts';

const BATCH = 4000;

/** Derives every record that this import brought a fact of, a batch per transaction. */
export async function deriveImport(
  pool: Pool,
  orgId: string,
  importId: string,
  signal?: AbortSignal,
): Promise<void> {
  // The names come from one snapshot of their own, so that they are sorted once and not per batch.
  await inOrg(pool, orgId, 'read', async (names) => {
    for await (const batch of recordsOfImport(names, importId, BATCH)) {
      signal?.throwIfAborted();
      await inOrg(pool, orgId, 'write', async (tx) => {
        await lockOrg(tx);
        await deriveRecords(tx, batch, 'months');
      });
    }
  });
}
