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
import { stopPostmaster } from '../embedded/postmaster.ts';

export const BENCH_ORG = 'bench';

/** A fresh database with one organization, the API on top of it, and a way to end both. */
export type BenchServer = {
  url: string;
  /** As the owner of the tables, for what is measured beside the product. */
  owner: pg.Pool;
  orgId: string;
  ask: (path: string) => Promise<unknown>;
};

async function startApi(url: string, dataDir: string) {
  const child = fork(join(import.meta.dirname, 'serveApi.ts'), {
    env: childEnv({ DATABASE_URL: url, DATA_DIR: dataDir }),
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

/** Each call gets a database of its own name on the one embedded server of this folder. */
export async function withBenchServer<T>(
  folder: string,
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  const embedded = await openEmbedded(join(folder, 'data'), { database: BENCH_ORG });
  try {
    await migrate(embedded.url);
    const { orgId, key } = await addOrg(embedded.url);
    const owner = new pg.Pool({
      connectionString: embedded.url,
      max: 2,
      options: '-c timezone=UTC',
    });
    owner.on('error', () => undefined);
    const { child, base } = await startApi(embedded.url, folder);
    const ask = async (path: string): Promise<unknown> => {
      const answer = await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${key}` } });
      const body = await answer.json();
      if (!answer.ok) throw new Error(`GET ${path} answered ${JSON.stringify(body)}`);
      return body;
    };
    try {
      return await work({ url: embedded.url, owner, orgId, ask });
    } finally {
      child.disconnect();
      await owner.end();
    }
  } finally {
    await stopPostmaster(embedded.pid);
    await rm(folder, { recursive: true, force: true });
  }
}
