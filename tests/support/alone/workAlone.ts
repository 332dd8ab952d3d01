import { processImport } from '#lib/ingest/run/processImport.ts';
import { startWorker } from '#lib/jobs/startWorker.ts';
import { findOrgById } from '#lib/store/orgs.ts';
import { createPool } from '#lib/store/pool.ts';
import { FAULT_NOW } from '#tests/support/faults/faultNow.ts';
import type { WorkerPlan } from '#tests/support/faults/faultWorker.ts';
import { type DbCall, toldPool } from '#tests/support/faults/toldPool.ts';

/** A worker as a process of its own, so that it can be killed and frozen at a statement. */
const plan = JSON.parse(process.argv[2] ?? '') as WorkerPlan;
const { url, chunk, fault, run, idleMs } = plan;
const at = new RegExp(fault?.at ?? '$^');
let seen = 0;

function hurt({ text, when }: DbCall): void {
  if (fault === undefined || when !== fault.when || !at.test(text)) return;
  seen += 1;
  if (seen === fault.nth) process.kill(fault.pid ?? process.pid, fault.signal);
}

const limits = idleMs === undefined ? {} : { idleInTransactionMs: idleMs };
const pool = toldPool(createPool(url, { max: 6, name: 'fault worker', ...limits }), hurt);
const now = FAULT_NOW;
const report = (error: unknown) => process.stderr.write(`${String(error)}\n`);

if (run === undefined) {
  const worker = await startWorker({ pool, url, now, report, chunk });
  process.once('SIGTERM', async () => {
    await worker.stop();
    await pool.end();
    process.exit(0);
  });
  process.send?.('ready');
} else {
  const org = await findOrgById(pool, run.orgId);
  if (org === null) throw new Error('there is no such organization');
  await processImport(pool, org, run.importId, { now, chunk });
  await pool.end();
  process.exit(0);
}
