import type { Pool } from 'pg';
import { contractAccountsAfter } from '#lib/store/contractFacts.ts';
import { derivedDigest } from '#lib/store/derivedDigest.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { recordIdsAfter } from '#lib/store/recordIds.ts';
import { checkArrCells } from './checkArrCells.ts';
import { deriveRecords } from './deriveRecords.ts';
import { deriveRevenue } from './deriveRevenue.ts';
import { checkCells } from './fold/checkCells.ts';

const BATCH = 5000;

class Undo extends Error {}

/** Whether the derived rows are what a rebuild would make; changes nothing. */
export async function checkDerived(
  pool: Pool,
  orgId: string,
): Promise<{ records: number; differing: string[] }> {
  const differing = new Set<string>();
  const records = await checkAll(pool, orgId, recordCheck, differing);
  await checkAll(pool, orgId, revenueCheck, differing);
  if (!(await checkCells(pool, orgId))) differing.add('count_cell');
  if (!(await checkArrCells(pool, orgId))) differing.add('arr_cell');
  return { records, differing: [...differing] };
}

type Check = {
  by: 'record_id' | 'account_id';
  idsAfter: (tx: Tx, after: string, most: number) => Promise<string[]>;
  derive: (tx: Tx, ids: string[]) => Promise<void>;
};

const recordCheck: Check = {
  by: 'record_id',
  idsAfter: recordIdsAfter,
  derive: (tx, ids) => deriveRecords(tx, ids, 'months'),
};
const revenueCheck: Check = {
  by: 'account_id',
  idsAfter: contractAccountsAfter,
  derive: deriveRevenue,
};

async function checkAll(
  pool: Pool,
  orgId: string,
  check: Check,
  differing: Set<string>,
): Promise<number> {
  let seen = 0;
  let after: string | undefined = '';
  while (after !== undefined) {
    const ids: string[] = await checkBatch(pool, orgId, { ...check, after }, differing);
    seen += ids.length;
    after = ids.at(-1);
  }
  return seen;
}

async function checkBatch(
  pool: Pool,
  orgId: string,
  { by, idsAfter, derive, after }: Check & { after: string },
  differing: Set<string>,
): Promise<string[]> {
  let ids: string[] = [];
  try {
    await inOrg(pool, orgId, 'write', async (tx) => {
      await lockOrg(tx);
      ids = await idsAfter(tx, after, BATCH);
      const before = await derivedDigest(tx, by, ids);
      await derive(tx, ids);
      const rebuilt = await derivedDigest(tx, by, ids);
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
