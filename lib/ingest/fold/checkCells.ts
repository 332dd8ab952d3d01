import type { Pool } from 'pg';
import type { Day } from '#lib/bowtie/localDay.ts';
import { cellsOf, digestCells, foldedMonths } from '#lib/store/cells/digestCells.ts';
import { clearMonth, lockFold, waitingMonths } from '#lib/store/cells/foldMarks.ts';
import { EVERY_MONTH } from '#lib/store/cells/marks.ts';
import { sumCells } from '#lib/store/cells/sumCells.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { findOrgById } from '#lib/store/orgs.ts';
import { writeMonth } from './foldMonth.ts';

class Undo extends Error {}

/**
 * Whether the cells of every month are what a fold would make, and with changes beside them at
 * least add up to it. Stale months say nothing that could be wrong. Changes nothing.
 */
export async function checkCells(pool: Pool, orgId: string, leaf?: number): Promise<boolean> {
  const { waiting, months } = await inOrg(pool, orgId, 'read', async (tx) => ({
    waiting: await waitingMonths(tx),
    months: await foldedMonths(tx),
  }));
  const stale = new Set(waiting.filter((one) => one.stale).map((one) => one.month));
  if (stale.has(EVERY_MONTH)) return true;
  for (const month of months) {
    if (!stale.has(month) && !(await checkMonth(pool, orgId, month, leaf))) return false;
  }
  return true;
}

async function checkMonth(
  pool: Pool,
  orgId: string,
  month: Day,
  leaf: number | undefined,
): Promise<boolean> {
  let isSame = true;
  try {
    await inOrg(pool, orgId, 'fold', async (tx) => {
      const org = (await lockFold(tx)) ? await findOrgById(tx.client, orgId) : null;
      if (org === null) return;
      const { changes, stale } = await cellsOf(tx, month);
      if (stale) return;
      const digest = changes ? sumCells : digestCells;
      const before = await digest(tx, month);
      await clearMonth(tx, month);
      await writeMonth(tx, org, month, leaf);
      isSame = before === (await digest(tx, month));
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return isSame;
}
