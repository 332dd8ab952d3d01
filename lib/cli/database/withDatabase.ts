import type { Pool } from 'pg';
import type { Env } from '#lib/env.ts';
import { createPool } from '#lib/store/pool.ts';
import { stopPostmaster } from '../embedded/postmaster.ts';
import { findRunning } from '../up/runFile.ts';
import { isUsed } from './isUsed.ts';
import { openDatabase } from './openDatabase.ts';
import { prepareDatabase } from './prepareDatabase.ts';

const LONG_MS = 3_600_000;

/**
 * The database for one command: a running one is used as it is; one that was started for the
 * command ends with it, unless a launcher or another command has come to use it meanwhile.
 */
export async function withDatabase<T>(
  env: Env,
  work: (pool: Pool, url: string) => Promise<T>,
  prepare: (url: string) => Promise<unknown> = prepareDatabase,
): Promise<T> {
  const { url, embedded } = await openDatabase(env);
  const name = `bowtie cli ${process.pid}`;
  const leave = async () => {
    if (embedded === undefined || (await isLaunched(env)) || (await isUsed(url, name))) return;
    await stopPostmaster(embedded.pid);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void leave().finally(() => process.exit(130)));
  }
  try {
    await prepare(url);
    const pool = createPool(url, { name, statementMs: LONG_MS, idleInTransactionMs: LONG_MS });
    try {
      return await work(pool, url);
    } finally {
      await pool.end();
    }
  } finally {
    await leave();
  }
}

async function isLaunched(env: Env): Promise<boolean> {
  return (await findRunning(env.dataDir)) !== undefined;
}
