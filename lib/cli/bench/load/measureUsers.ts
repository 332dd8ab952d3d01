import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createKey } from '#lib/auth/keys.ts';
import { mappingBody } from '#lib/contract/ingest.ts';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import { createOrg } from '#lib/store/orgs.ts';
import { createPool } from '#lib/store/pool.ts';
import { createRandom, type Random } from '#prisma/sample/random.ts';
import { type BenchRow, benchRow } from '../benchRow.ts';
import { type BenchServer, withBenchServer } from '../benchServer.ts';
import { pathOf, questions } from '../questions.ts';
import { SIZES, type Size } from '../readOptions.ts';
import { BENCH_COLUMNS, writeEventFile } from '../writeEventFile.ts';
import { Client } from './Client.ts';
import { percentile } from './measurePosts.ts';

const ORGS = 100;
const USERS = 500;
const THINK_MS = [3_000, 5_000] as const;
const WARM_MS = 15_000;
const LOAD_MS = 60_000;

const MAPPING = mappingBody.parse({
  columns: Object.fromEntries(BENCH_COLUMNS.map((name) => [name, name])),
});

/** So many organizations with their events, folded as the worker leaves them; their keys. */
async function fillOrgs({ url }: BenchServer, folder: string, each: number): Promise<string[]> {
  const pool = createPool(url, { max: 6, statementMs: 0 });
  const now = () => new Date();
  const keys: string[] = [];
  for (let at = 1; at <= ORGS; at += 1) {
    const settings = { slug: `org-${at}`, name: `Org ${at}`, time_zone: 'UTC', currency: 'USD' };
    const org = await createOrg(pool, settings, { id: randomUUID(), now: now() });
    const path = join(folder, 'events.csv');
    await writeEventFile(path, each, at);
    const file = { kind: 'events', path, mapping: MAPPING, now, newId: randomUUID } as const;
    await runImport(pool, org, file);
    await foldOrg(pool, org.id);
    keys.push((await createKey(pool, org, ['read'], now(), randomBytes)).key);
    await rm(path);
  }
  await pool.end();
  return keys;
}

type Use = { client: Client; key: string; random: Random; from: number; until: number };
type Seen = { times: number[]; errors: number };

/** Somebody who asks, reads for a while, and asks again. */
async function useIt({ client, key, random, from, until }: Use, seen: Seen): Promise<void> {
  const paths = questions().map(pathOf);
  await sleep(random.between(0, THINK_MS[1]));
  while (performance.now() < until) {
    const { status, ms } = await client
      .send('GET', random.pick(paths), key)
      .catch(() => ({ status: 0, ms: Number.NaN }));
    if (performance.now() > from) {
      if (status === 200) seen.times.push(ms);
      else seen.errors += 1;
    }
    await sleep(random.between(...THINK_MS));
  }
}

/** Five hundred people at a hundred organizations, each asking every three to five seconds. */
export async function measureUsers(
  root: string,
  size: Size,
  tell: (line: string) => void,
): Promise<BenchRow[]> {
  const folder = join(root, 'bench-users');
  return withBenchServer(folder, async (server) => {
    tell(`users: filling ${ORGS} organizations`);
    const keys = await fillOrgs(server, folder, SIZES[size] / ORGS);
    await server.owner.query('vacuum analyze');
    tell(`users: ${USERS} of them ask`);
    const client = new Client(server.base, USERS);
    const random = createRandom(1);
    const from = performance.now() + WARM_MS;
    const seen: Seen = { times: [], errors: 0 };
    const users = Array.from({ length: USERS }, (_, at) => ({
      ...{ client, from, until: from + LOAD_MS, random: random.fork(`user ${at}`) },
      key: keys[at % keys.length] ?? '',
    }));
    await Promise.all(users.map((user) => useIt(user, seen)));
    client.close();
    const rate = seen.times.length / (LOAD_MS / 1000);
    const p95 = { name: '500 users p95', value: percentile(seen.times, 0.95), unit: 'ms' };
    const errors = { name: '500 users errors', value: seen.errors, unit: '' };
    const rows = [
      benchRow(
        { name: '500 users', size, value: rate, unit: 'req/s' },
        { goal: { op: '>=', value: 120 } },
      ),
      benchRow({ ...p95, size }, { goal: { op: '<=', value: 200 } }),
      benchRow({ ...errors, size }, { goal: { op: '<=', value: 0 } }),
    ];
    return rows;
  });
}
