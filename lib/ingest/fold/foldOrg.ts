import type { Pool } from 'pg';
import { addMonths, type Day, localDayOf } from '#lib/bowtie/localDay.ts';
import { lockFold, spreadMark, waitingMonths } from '#lib/store/cells/foldMarks.ts';
import { EVERY_MONTH } from '#lib/store/cells/marks.ts';
import { trimRevenueMarks } from '#lib/store/cells/revenueMarks.ts';
import { eventRange } from '#lib/store/eventRange.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { findOrgById } from '#lib/store/orgs.ts';
import { foldMonth } from './foldMonth.ts';
import { foldStretches } from './foldStretches.ts';

export type FoldOptions = {
  /** So many changes may stay beside the cells: reading these costs little. */
  leave?: number;
  /** Up to so many facts a cell is not split further. */
  leaf?: number;
  /** From so many entries on, months are also kept put together. */
  least?: number;
  signal?: AbortSignal | undefined;
};

/**
 * Folds what waits into cells, a month per transaction, the newest first. Where somebody else folds
 * the organization already, nothing is done.
 */
export async function foldOrg(
  pool: Pool,
  orgId: string,
  { leave = 0, leaf, least, signal }: FoldOptions = {},
): Promise<{ months: number }> {
  if (!(await spreadEveryMonth(pool, orgId))) return { months: 0 };
  const waiting = await inOrg(pool, orgId, 'read', waitingMonths);
  let left = waiting.reduce((sum, one) => sum + one.changes, 0);
  let months = 0;
  // Where most lies first; of stale months the newest, which is asked for most.
  for (const { month, changes, stale } of waiting.toSorted((a, b) => b.changes - a.changes)) {
    signal?.throwIfAborted();
    if (!stale && left <= leave) continue;
    left -= changes;
    if (!(await foldMonth(pool, orgId, month, leaf))) return { months };
    months += 1;
  }
  await foldStretches(pool, orgId, { least, signal });
  return { months };
}

/** Last of all moments: no event is behind it. */
const END = 8.64e15;

/** False where somebody else folds. */
async function spreadEveryMonth(pool: Pool, orgId: string): Promise<boolean> {
  return inOrg(pool, orgId, 'fold', async (tx) => {
    if (!(await lockFold(tx))) return false;
    await trimRevenueMarks(tx);
    const waiting = await waitingMonths(tx);
    const org = await findOrgById(tx.client, orgId);
    if (org === null || !waiting.some(({ month }) => month === EVERY_MONTH)) return org !== null;
    const { first, last } = await eventRange(tx, END);
    const months: Day[] = [];
    if (first !== null && last !== null) {
      const end = localDayOf(last, org.timeZone);
      let month = `${localDayOf(first, org.timeZone).slice(0, 7)}-01`;
      for (; month <= end; month = addMonths(month, 1)) months.push(month);
    }
    await spreadMark(tx, months);
    return true;
  });
}
