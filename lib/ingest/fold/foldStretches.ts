import type { Pool } from 'pg';
import { buildStretch } from '#lib/store/cells/buildStretch.ts';
import { lockFold, waitingMonths } from '#lib/store/cells/foldMarks.ts';
import { missingStretches } from '#lib/store/cells/keptStretches.ts';
import { EVERY_MONTH } from '#lib/store/cells/marks.ts';
import { monthsOf, type Stretch } from '#lib/store/cells/stretches.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { findOrgById } from '#lib/store/orgs.ts';

type Options = { least?: number | undefined; signal?: AbortSignal | undefined };

/**
 * Puts the cells of the months of each stretch together that is not kept and of which no month
 * waits, a stretch per transaction. To fold a month takes away the stretches that it is of.
 */
export async function foldStretches(
  pool: Pool,
  orgId: string,
  { least, signal }: Options,
): Promise<void> {
  while (await foldNext(pool, orgId, least)) signal?.throwIfAborted();
}

async function foldNext(pool: Pool, orgId: string, least: number | undefined): Promise<boolean> {
  return inOrg(pool, orgId, 'fold', async (tx) => {
    const org = (await lockFold(tx)) ? await findOrgById(tx.client, orgId) : null;
    if (org === null) return false;
    const missing = await missingStretches(tx, org.stages, least);
    const [next] = missing.length === 0 ? [] : await ready(tx, missing);
    if (next !== undefined) await buildStretch(tx, next, org.timeZone);
    return next !== undefined;
  });
}

/** Those of which no month waits to be folded. */
async function ready(tx: Tx, missing: readonly Stretch[]): Promise<Stretch[]> {
  const waiting = await waitingMonths(tx);
  const stale = new Set(waiting.filter((one) => one.stale).map((one) => one.month));
  if (stale.has(EVERY_MONTH)) return [];
  return missing.filter((stretch) => monthsOf(stretch).every((month) => !stale.has(month)));
}
