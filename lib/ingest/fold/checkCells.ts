import type { Pool } from 'pg';
import type { Day } from '#lib/bowtie/localDay.ts';
import { buildStretch } from '#lib/store/cells/buildStretch.ts';
import { cellsOf, digestCells, digestStretch, foldedMonths } from '#lib/store/cells/digestCells.ts';
import { clearMonth, lockFold, waitingMonths } from '#lib/store/cells/foldMarks.ts';
import { clearStretch, keptStretches } from '#lib/store/cells/keptStretches.ts';
import { EVERY_MONTH } from '#lib/store/cells/marks.ts';
import type { Stretch } from '#lib/store/cells/stretches.ts';
import { sumCells } from '#lib/store/cells/sumCells.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { findOrgById, type Org } from '#lib/store/orgs.ts';
import { writeMonth } from './foldMonth.ts';

class Undo extends Error {}

/**
 * Whether the cells of every month are what a fold would make, and with changes beside them at
 * least add up to it. Stale months say nothing that could be wrong. Changes nothing.
 */
export async function checkCells(pool: Pool, orgId: string, leaf?: number): Promise<boolean> {
  const { waiting, months, stretches } = await inOrg(pool, orgId, 'read', async (tx) => ({
    waiting: await waitingMonths(tx),
    months: await foldedMonths(tx),
    stretches: await keptStretches(tx),
  }));
  const stale = new Set(waiting.filter((one) => one.stale).map((one) => one.month));
  if (stale.has(EVERY_MONTH)) return true;
  for (const month of months) {
    if (!stale.has(month) && !(await checkMonth(pool, orgId, month, leaf))) return false;
  }
  for (const stretch of stretches) if (!(await checkStretch(pool, orgId, stretch))) return false;
  return true;
}

/** What a stretch holds is what the cells of its months add up to, whatever waits beside these. */
async function checkStretch(pool: Pool, orgId: string, stretch: Stretch): Promise<boolean> {
  return undone(pool, orgId, async (tx, { timeZone }) => {
    const before = await digestStretch(tx, stretch);
    if (before === '') return true;
    await clearStretch(tx, stretch);
    await buildStretch(tx, stretch, timeZone);
    return before === (await digestStretch(tx, stretch));
  });
}

async function checkMonth(
  pool: Pool,
  orgId: string,
  month: Day,
  leaf: number | undefined,
): Promise<boolean> {
  return undone(pool, orgId, async (tx, org) => {
    const { changes, stale } = await cellsOf(tx, month);
    if (stale) return true;
    const digest = changes ? sumCells : digestCells;
    const before = await digest(tx, month);
    await clearMonth(tx, month);
    await writeMonth(tx, org, month, leaf);
    return before === (await digest(tx, month));
  });
}

/** What a check finds, with nothing changed; true where somebody else folds. */
async function undone(
  pool: Pool,
  orgId: string,
  check: (tx: Tx, org: Org) => Promise<boolean>,
): Promise<boolean> {
  let isSame = true;
  try {
    await inOrg(pool, orgId, 'fold', async (tx) => {
      const org = (await lockFold(tx)) ? await findOrgById(tx.client, orgId) : null;
      if (org === null) return;
      isSame = await check(tx, org);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return isSame;
}
