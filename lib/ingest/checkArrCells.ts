import type { Pool } from 'pg';
import { type ArrCells, addToCells } from '#lib/bowtie/arrCells.ts';
import { cellLines, storedCellLines } from '#lib/store/arrCells.ts';
import { contractAccountsAfter } from '#lib/store/contractFacts.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { storedRevenue } from '#lib/store/storedRevenue.ts';

const BATCH = 5000;

/** Whether the sums per group and day are those of the derived rows that they were made of. */
export async function checkArrCells(pool: Pool, orgId: string): Promise<boolean> {
  return inOrg(pool, orgId, 'read', async (tx) => {
    const cells: ArrCells = new Map();
    let after: string | undefined = '';
    while (after !== undefined) {
      const ids: string[] = await contractAccountsAfter(tx, after, BATCH);
      for (const one of await storedRevenue(tx, ids)) addToCells(cells, one, 1);
      after = ids.at(-1);
    }
    const [wanted, stored] = [cellLines(cells), await storedCellLines(tx)];
    return wanted.length === stored.length && wanted.every((line, at) => line === stored[at]);
  });
}
