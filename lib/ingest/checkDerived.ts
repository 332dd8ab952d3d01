import type { Pool } from 'pg';
import { derivedDigest } from '#lib/store/derivedDigest.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { recordIdsAfter } from '#lib/store/recordIds.ts';
import { deriveRecords } from './deriveRecords.ts';

const BATCH = 5000;

class Undo extends Error {}

/** Whether the derived rows are what a rebuild would make; changes nothing. */
export async function checkDerived(
  pool: Pool,
  orgId: string,
): Promise<{ records: number; differing: string[] }> {
  let records = 0;
  let after: string | undefined = '';
  const differing = new Set<string>();
  while (after !== undefined) {
    const ids = await checkBatch(pool, orgId, after, differing);
    records += ids.length;
    after = ids.at(-1);
  }
  return { records, differing: [...differing] };
}

async function checkBatch(
  pool: Pool,
  orgId: string,
  after: string,
  differing: Set<string>,
): Promise<string[]> {
  let ids: string[] = [];
  try {
    await inOrg(pool, orgId, 'write', async (tx) => {
      await lockOrg(tx);
      ids = await recordIdsAfter(tx, after, BATCH);
      const before = await derivedDigest(tx, ids);
      await deriveRecords(tx, ids);
      const rebuilt = await derivedDigest(tx, ids);
      for (const [at, digest] of before.entries()) {
        if (digest !== rebuilt[at]) differing.add(digest.split(' ')[0] ?? digest);
      }
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return ids;
}
