import type { Pool } from 'pg';
import { inOrg } from '#lib/store/inOrg.ts';
import { enqueueFold } from '#lib/store/jobQueue.ts';
import { lockDeriving, lockOrgToDerive } from '#lib/store/lockOrg.ts';
import { recordsOfImport } from '#lib/store/recordsOfImport.ts';
import { deriveRecords } from '../deriveRecords.ts';

const BATCH = 2000;
/** Batches under way at once: the database writes one while another is read and derived. */
const LANES = 2;

/**
 * Derives every record that this import brought a fact of, a batch per transaction. Cells are
 * folded behind it: until then entries answer.
 */
export async function deriveImport(
  pool: Pool,
  orgId: string,
  importId: string,
  signal?: AbortSignal,
): Promise<void> {
  // The names come from one snapshot of their own, so that they are sorted once and not per batch.
  await inOrg(pool, orgId, 'read', async (names) => {
    await lockDeriving(names);
    const batches = recordsOfImport(names, importId, BATCH);
    let failed = false;
    const lane = async (): Promise<void> => {
      try {
        for (;;) {
          const { done, value } = await batches.next();
          if (done || failed) return;
          signal?.throwIfAborted();
          await deriveBatch(pool, orgId, value);
        }
      } catch (error) {
        failed = true;
        throw error;
      }
    };
    // All lanes have ended before the names do: they are read on the connection of these.
    const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  });
  await inOrg(pool, orgId, 'write', enqueueFold);
}

async function deriveBatch(pool: Pool, orgId: string, recordIds: string[]): Promise<void> {
  await inOrg(pool, orgId, 'bulk', async (tx) => {
    await lockOrgToDerive(tx);
    await deriveRecords(tx, recordIds, 'months');
  });
}
