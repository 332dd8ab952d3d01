import type { Pool } from 'pg';
import { PgBoss } from 'pg-boss';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { applyChanges } from '#lib/ingest/rederive/applyChanges.ts';
import type { Room } from '#lib/ingest/room.ts';
import { processImport } from '#lib/ingest/run/processImport.ts';
import { isUnavailable } from '#lib/store/isUnavailable.ts';
import {
  FOLD_QUEUE,
  type FoldJob,
  IMPORT_QUEUE,
  type ImportJob,
  REDERIVE_QUEUE,
  type RederiveJob,
} from '#lib/store/jobQueue.ts';
import { findOrgById } from '#lib/store/orgs.ts';
import { requeueAll } from './requeueAll.ts';
import { requeueSoon } from './requeueSoon.ts';

/** To fold a month again for fewer is more work than to read them. */
const FEW_CHANGES = 5_000;

export type WorkerDeps = {
  pool: Pool;
  /** As the database's owner: the queue's tables are not the application's. */
  url: string;
  now: () => Date;
  report: (error: unknown) => void;
  /** Free bytes where the database lies. */
  room?: Room;
  /** Rows of one transaction. */
  chunk?: number;
};

/**
 * Takes imports and folds from their queues until it is stopped; a stopped import goes on where it
 * stood, a stopped fold with the month it was in.
 */
export async function startWorker(deps: WorkerDeps): Promise<{ stop: () => Promise<void> }> {
  const { pool, url, now, report } = deps;
  const { room, chunk } = deps;
  const limits = { ...(room && { room }), ...(chunk && { chunk }) };
  const stopping = new AbortController();
  const { signal } = stopping;
  const boss = new PgBoss({ connectionString: url, max: 3, schedule: false });
  boss.on('error', report);
  await boss.start();
  const requeueLater = requeueSoon(pool, report, signal);
  if (!(await requeueAll(pool, report))) requeueLater();
  const hear = (error: unknown): never => {
    if (!signal.aborted) report(error);
    if (isUnavailable(error)) requeueLater();
    throw error;
  };
  const options = { batchSize: 1, localConcurrency: 2, pollingIntervalSeconds: 0.5 };
  await boss.work<ImportJob>(IMPORT_QUEUE, options, async ([job]) => {
    if (!job) return;
    const org = await findOrgById(pool, job.data.orgId).catch(hear);
    if (org === null) return;
    const run = { now, signal, ...limits };
    await processImport(pool, org, job.data.importId, run).catch(hear);
  });
  const one = { ...options, localConcurrency: 1 };
  await boss.work<FoldJob>(FOLD_QUEUE, one, async ([job]) => {
    if (!job) return;
    await foldOrg(pool, job.data.orgId, { leave: FEW_CHANGES, signal }).catch(hear);
  });
  // Changed settings come into force; a run that is stopped begins anew.
  await boss.work<RederiveJob>(REDERIVE_QUEUE, one, async ([job]) => {
    if (!job) return;
    await applyChanges(pool, job.data.orgId, { now, signal }, true).catch(hear);
  });
  return {
    stop: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: 8_000 });
    },
  };
}
