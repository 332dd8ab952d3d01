import type { Pool } from 'pg';
import { accountsSince, markArrivals, recordsSince } from '#lib/store/arrivedSince.ts';
import { markAllStale } from '#lib/store/cells/markStale.ts';
import {
  type ChangeRow,
  finishChanges,
  lockRederive,
  tellProgress,
  waitingChanges,
} from '#lib/store/changes.ts';
import { closedWeeks } from '#lib/store/closedWeeks.ts';
import { countRecords } from '#lib/store/countRecords.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { enqueueFold } from '#lib/store/jobQueue.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import { findOrgById } from '#lib/store/orgs.ts';
import { recordIdsAfter } from '#lib/store/recordIds.ts';
import { openShadows, swapShadows } from '#lib/store/shadows.ts';
import { deriveRecords } from '../deriveRecords.ts';
import { deriveAllRevenue, deriveRevenue } from '../deriveRevenue.ts';
import { applyFacts, applySettings } from './applySettings.ts';
import { weekEffects } from './weekEffects.ts';

const BATCH = 5000;

export type ApplyDeps = {
  now: () => Date;
  signal?: AbortSignal | undefined;
  /** Told between batches: where a run can be stopped, and seen. */
  onBatch?: (records: number) => Promise<void> | void;
};

type Run = { pool: Pool; orgId: string; waiting: ChangeRow[]; deps: ApplyDeps };

/**
 * Brings all changes of settings that wait into force, with everything that is derived from them,
 * in one transaction: readers see the old numbers until it ends, all of them, and then the new.
 * What is derived is laid beside the old, so that writers go on meanwhile; what they bring is
 * derived again at the end. A run that dies leaves nothing and begins anew. Null: somebody else is
 * at it.
 */
export async function applyChanges(
  pool: Pool,
  orgId: string,
  deps: ApplyDeps,
  wait = false,
): Promise<{ records: number } | null> {
  let waiting: ChangeRow[] = [];
  try {
    return await inOrg(pool, orgId, 'write', async (tx) => {
      if (!(await lockRederive(tx, wait))) return null;
      waiting = await waitingChanges(tx);
      if (waiting.length === 0) return { records: 0 };
      return runChanges(tx, { pool, orgId, waiting, deps });
    });
  } catch (error) {
    // What the settings themselves forbid will never work: nobody may wait for it.
    if (!isRefused(error)) throw error;
    const ids = waiting.map(({ id }) => id);
    const end = { now: deps.now(), error: String(error), records: 0, effect: [] };
    await inOrg(pool, orgId, 'write', (tx) => finishChanges(tx, ids, end));
    throw error;
  }
}

async function runChanges(tx: Tx, run: Run): Promise<{ records: number }> {
  const { pool, orgId, waiting, deps } = run;
  const mark = await inOrg(pool, orgId, 'write', async (other) => {
    await lockOrg(other);
    return markArrivals(other);
  });
  const now = deps.now();
  await applyFacts(tx, waiting, now);
  await openShadows(tx);
  await applySettings(tx, waiting);
  const records = await deriveAll(tx, run);
  await deriveAllRevenue(tx);

  await tx.client.query('set local lock_timeout = 0');
  await lockOrg(tx);
  const org = await findOrgById(tx.client, orgId);
  const weeks = org && { zone: org.timeZone, weekStart: org.weekStart, now };
  const before = weeks ? await closedWeeks(tx, weeks, 'public.stage_entry') : [];
  await swapShadows(tx);
  await applySettings(tx, waiting);
  await applyFacts(tx, waiting, now, 'last');
  await deriveRecords(tx, await recordsSince(tx, mark), 'months');
  await deriveRevenue(tx, await accountsSince(tx, mark));
  await markAllStale(tx);
  await enqueueFold(tx);
  const after = weeks ? await closedWeeks(tx, weeks, 'stage_entry') : [];
  const ids = waiting.map(({ id }) => id);
  const effect = weekEffects(before, after);
  await finishChanges(tx, ids, { now: deps.now(), error: null, records, effect });
  return { records };
}

async function deriveAll(tx: Tx, { pool, orgId, waiting, deps }: Run): Promise<number> {
  const ids = waiting.map(({ id }) => id);
  const total = await countRecords(tx);
  const tell = (records: number) =>
    inOrg(pool, orgId, 'write', (other) =>
      tellProgress(other, ids, { records, total, now: deps.now() }),
    );
  let records = 0;
  let after: string | undefined = '';
  await tell(0);
  while (after !== undefined) {
    deps.signal?.throwIfAborted();
    const batch: string[] = await recordIdsAfter(tx, after, BATCH);
    await deriveRecords(tx, batch, 'months');
    records += batch.length;
    after = batch.at(-1);
    await tell(records);
    await deps.onBatch?.(records);
  }
  return records;
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && error.name === 'Refusal';
}
