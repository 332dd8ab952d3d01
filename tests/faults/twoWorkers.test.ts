import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { processImport } from '#lib/ingest/run/processImport.ts';
import type { Org } from '#lib/store/orgs.ts';
import { createRandom } from '#prisma/sample/random.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { faultRows, writeFaultFile } from '#tests/support/faults/faultFile.ts';
import {
  type Expected,
  expectedOf,
  expectWhole,
  faultOrg,
  importOf,
  queueImport,
} from '#tests/support/faults/faultImport.ts';
import { FAULT_NOW } from '#tests/support/faults/faultNow.ts';
import {
  type FaultWorker,
  startFaultWorker,
  type WorkerPlan,
} from '#tests/support/faults/faultWorker.ts';
import { seeds } from '#tests/support/faults/seeds.ts';

const ROWS = 4_000;
const CHUNK = 250;

let db: TestDatabase;
let folder: string;
const workers: FaultWorker[] = [];
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-fault-'));
});
afterEach(async () => {
  for (const { child } of workers) child.kill('SIGKILL');
  await Promise.all(workers.map(({ ended }) => ended));
  workers.length = 0;
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

function start(plan: Omit<WorkerPlan, 'url' | 'chunk'>): FaultWorker {
  const worker = startFaultWorker({ url: db.url, chunk: CHUNK, ...plan });
  workers.push(worker);
  return worker;
}

/** Stopped by a signal, as the kernel says. */
async function isStopped({ child }: FaultWorker): Promise<boolean> {
  const text = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
  return /\) T /.test(text);
}

const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 50 });
const isDone = (org: Org, id: string) => async () => {
  expect(await importOf(db.pool, org, id)).toMatchObject({ status: 'done' });
};

/** Where the first worker stands still: between two transactions, or inside one. */
const PLACES = [
  { place: 'between two chunks', at: '^commit$', when: 'after', from: 3 },
  { place: 'inside a chunk', at: 'insert into stage_event', when: 'after', from: 1 },
  { place: 'before it counts a chunk', at: 'update import set received', when: 'before', from: 1 },
  { place: 'inside a batch of records', at: 'insert into record_span', when: 'after', from: 1 },
] as const;

describe.each(seeds(10))('two workers (SEED=%d)', (seed) => {
  const random = createRandom(seed);
  let path: string;
  let expected: Expected;
  beforeAll(async () => {
    path = join(folder, `${seed}.csv`);
    await writeFaultFile(path, faultRows(seed, ROWS));
    const org = await faultOrg(db.pool);
    const id = await queueImport(db.pool, org, path);
    await processImport(db.pool, org, id, { now: FAULT_NOW, chunk: CHUNK });
    expected = await expectedOf(db.pool, org, id);
  });

  it.each(
    PLACES.map((one) => ({ ...one, nth: random.whole(one.from, one.from + (one.from - 1) * 2) })),
  )('the first frozen $place (time $nth), for longer than it may hold a lock', async (place) => {
    const { at, when, nth } = place;
    const org = await faultOrg(db.pool);
    const importId = await queueImport(db.pool, org, path);
    const fault = { at, when, nth, signal: 'SIGSTOP' as const };
    const run = { orgId: org.id, importId };
    const frozen = start({ run, fault, idleMs: 1_500 });
    await until(async () => expect(await isStopped(frozen)).toBe(true));

    start({});
    await until(isDone(org, importId));
    await expectWhole(db.pool, org, importId, expected);

    frozen.child.kill('SIGCONT');
    await frozen.ended;
    await expectWhole(db.pool, org, importId, expected);
  });

  it('both at once, over and over: each takes the import from the other', async () => {
    const org = await faultOrg(db.pool);
    const importId = await queueImport(db.pool, org, path);
    const other = await faultOrg(db.pool);
    const otherId = await queueImport(db.pool, other, path);
    const first = start({});
    const second = start({});
    await until(async () => {
      const row = await importOf(db.pool, org, importId);
      expect(row?.received).toBeGreaterThan(0);
    });
    first.child.kill('SIGKILL');
    start({});
    second.child.kill('SIGTERM');
    expect((await second.ended).code).toBe(0);
    await until(isDone(org, importId));
    await until(isDone(other, otherId));
    await expectWhole(db.pool, org, importId, expected);
    await expectWhole(db.pool, other, otherId, expected);
  });
});
