import { PgBoss } from 'pg-boss';
import type { Tx } from './inOrg.ts';
import { APP_ROLE } from './sessionOptions.ts';

/** Imports that are to be run. */
export const IMPORT_QUEUE = 'import';
export type ImportJob = { orgId: string; importId: string };

/** Organizations whose months are to be folded into cells; each waits at most once. */
export const FOLD_QUEUE = 'fold';
export type FoldJob = { orgId: string };

/** Organizations whose settings change; each waits at most once. */
export const REDERIVE_QUEUE = 'rederive';
export type RederiveJob = { orgId: string };

const QUIET = { supervise: false, schedule: false } as const;
const DAY = 86_400;

/**
 * Creates or upgrades the queue's own schema as the URL's user, and lets the application add jobs.
 * Taking jobs is the worker's, which connects as that user too.
 */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 2, ...QUIET });
  let failure: Error | undefined;
  boss.on('error', (error) => {
    failure = error;
  });
  await boss.start();
  try {
    // Chunks are fenced: to try again a run that was only thought dead harms nothing.
    const retries = { retryLimit: 100, retryDelay: 2, retryBackoff: true, retryDelayMax: 300 };
    const options = { ...retries, expireInSeconds: DAY - 1, heartbeatSeconds: 60 };
    if ((await boss.getQueue(IMPORT_QUEUE)) === null) {
      await boss.createQueue(IMPORT_QUEUE, options);
    }
    if ((await boss.getQueue(FOLD_QUEUE)) === null) {
      await boss.createQueue(FOLD_QUEUE, { ...options, policy: 'short' });
    }
    if ((await boss.getQueue(REDERIVE_QUEUE)) === null) {
      await boss.createQueue(REDERIVE_QUEUE, { ...options, policy: 'short' });
    }
    await boss.getDb().executeSql(
      `grant usage on schema pgboss to ${APP_ROLE};
       grant select on pgboss.queue to ${APP_ROLE};
       grant select, insert on pgboss.job, pgboss.job_common to ${APP_ROLE}`,
    );
  } finally {
    await boss.stop({ graceful: false });
  }
  if (failure) throw failure;
}

/** Adds a job in the caller's transaction: a rollback leaves none. */
export async function enqueueImport(tx: Tx, importId: string): Promise<void> {
  const job: ImportJob = { orgId: tx.orgId, importId };
  await queueOf(tx).send(IMPORT_QUEUE, job);
}

/** The same; where one waits already, it will do. */
export async function enqueueFold(tx: Tx): Promise<void> {
  const job: FoldJob = { orgId: tx.orgId };
  await queueOf(tx).send(FOLD_QUEUE, job, { singletonKey: tx.orgId });
}

/** The same, of changed settings. */
export async function enqueueRederive(tx: Tx): Promise<void> {
  const job: RederiveJob = { orgId: tx.orgId };
  await queueOf(tx).send(REDERIVE_QUEUE, job, { singletonKey: tx.orgId });
}

function queueOf(tx: Tx): PgBoss {
  const db = {
    executeSql: (text: string, values?: unknown[]) => tx.client.query(text, values),
  };
  return new PgBoss({ db, migrate: false, ...QUIET });
}
