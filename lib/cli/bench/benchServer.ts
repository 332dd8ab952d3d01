import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { createKey } from '#lib/auth/keys.ts';
import { childEnv } from '#lib/env.ts';
import { migrate } from '#lib/store/migrate.ts';
import { createOrg } from '#lib/store/orgs.ts';
import { createPool } from '#lib/store/pool.ts';
import { openEmbedded } from '../embedded/openEmbedded.ts';
import { placesIn } from '../embedded/places.ts';
import { findPostmaster, stopPostmaster } from '../embedded/postmaster.ts';
import { SMALL_HEAP } from '../up/smallHeap.ts';

export const BENCH_ORG = 'bench';

/** A fresh database with one organization, the API on top of it, and a way to end both. */
export type BenchServer = {
  url: string;
  /** As the owner of the tables, for what is measured beside the product. */
  owner: pg.Pool;
  orgId: string;
  ask: (path: string) => Promise<unknown>;
  /** Where the API answers, and the organization's key. */
  base: string;
  key: string;
  /** The process of the API. */
  pid: number;
};

async function startApi(url: string, dataDir: string) {
  const child = fork(join(import.meta.dirname, 'serveApi.ts'), {
    execArgv: [...SMALL_HEAP],
    // One key stands for all clients here; its rate is what is measured.
    env: childEnv({ DATABASE_URL: url, DATA_DIR: dataDir, RATE_LIMIT: '0' }),
  });
  const [port] = await once(child, 'message');
  return { child, base: `http://127.0.0.1:${port}/api/v1` };
}

async function addOrg(url: string): Promise<{ orgId: string; key: string }> {
  const pool = createPool(url, { max: 1 });
  const now = new Date();
  try {
    const settings = { slug: BENCH_ORG, name: 'Bench', time_zone: 'UTC', currency: 'USD' };
    const org = await createOrg(pool, settings, { id: randomUUID(), now });
    const { key } = await createKey(pool, org, ['read', 'ingest'], now, randomBytes);
    return { orgId: org.id, key };
  } finally {
    await pool.end();
  }
}

/** Ends a server that a killed run left on this folder, and the folder with it. */
async function clear(folder: string): Promise<void> {
  const left = await findPostmaster(placesIn(join(folder, 'data')));
  if (left !== undefined) await stopPostmaster(left.pid);
  await rm(folder, { recursive: true, force: true });
}

async function withApi<T>(
  url: string,
  folder: string,
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  await migrate(url);
  const { orgId, key } = await addOrg(url);
  const owner = new pg.Pool({ connectionString: url, max: 2, options: '-c timezone=UTC' });
  owner.on('error', () => undefined);
  const { child, base } = await startApi(url, folder);
  const ask = async (path: string): Promise<unknown> => {
    const answer = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${key}` } });
    const body = await answer.json();
    if (!answer.ok) throw new Error(`GET ${path} answered ${JSON.stringify(body)}`);
    return body;
  };
  try {
    return await work({ url, owner, orgId, ask, base, key, pid: child.pid ?? 0 });
  } finally {
    child.disconnect();
    await owner.end();
  }
}

/** Runs the work on a fresh embedded server in this folder; a Ctrl-C removes both as well. */
export async function withBenchServer<T>(
  folder: string,
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  await clear(folder);
  const stop = (): void => void clear(folder).finally(() => process.exit(130));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    const embedded = await openEmbedded(join(folder, 'data'), { database: BENCH_ORG });
    return await withApi(embedded.url, folder, work);
  } finally {
    for (const signal of signals) process.off(signal, stop);
    await clear(folder);
  }
}
