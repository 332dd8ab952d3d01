import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processImport } from '#lib/ingest/run/processImport.ts';
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
import { startFaultWorker } from '#tests/support/faults/faultWorker.ts';
import { SEED, seeds } from '#tests/support/faults/seeds.ts';

const ROWS = 1_300;
/** Rows of a transaction: with the first the records are derived at the end, else with each. */
const CHUNKS = [250, 500];

/** Places of an import by name: the statement before or behind which the process dies. */
const POINTS = [
  { name: 'claimed', when: 'after', at: "set status = 'running'", most: 1 },
  { name: 'file understood', when: 'after', at: 'update import set mapping', most: 1 },
  { name: 'chunk begun', when: 'before', at: 'pg_advisory_xact_lock', most: 3 },
  { name: 'facts staged', when: 'before', at: 'insert into stage_event', most: 3 },
  { name: 'facts written', when: 'after', at: 'insert into stage_event', most: 3 },
  { name: 'rejects kept', when: 'after', at: 'insert into quarantine', most: 3 },
  { name: 'values kept', when: 'after', at: 'insert into dimension_value', most: 3 },
  { name: 'chunk counted', when: 'after', at: 'update import set received', most: 3 },
  { name: 'about to commit', when: 'before', at: '^commit$', most: 5 },
  { name: 'committed', when: 'after', at: '^commit$', most: 5 },
  { name: 'entries written', when: 'after', at: 'insert into stage_entry', most: 1 },
  { name: 'spans written', when: 'after', at: 'insert into record_span', most: 1 },
  { name: 'ended, not committed', when: 'after', at: 'error_message = [$]', most: 1 },
] as const;

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-fault-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(seeds(20))('kill -9 of the worker (SEED=%d)', (seed) => {
  const random = createRandom(seed);
  let path: string;
  let expected: Expected;
  beforeAll(async () => {
    path = join(folder, `${seed}.csv`);
    await writeFaultFile(path, faultRows(seed, ROWS));
    const org = await faultOrg(db.pool);
    const id = await queueImport(db.pool, org, path);
    await processImport(db.pool, org, id, { now: FAULT_NOW, chunk: 250 });
    expected = await expectedOf(db.pool, org, id);
  });

  it.each(
    POINTS.map((point) => ({
      ...point,
      ...{ nth: random.whole(1, point.most), chunk: random.pick(CHUNKS) },
    })),
  )('$name, time $nth, chunks of $chunk', async ({ at, when, nth, chunk }) => {
    const org = await faultOrg(db.pool);
    const importId = await queueImport(db.pool, org, path);
    const run = { orgId: org.id, importId };
    const fault = { at, when, nth, signal: 'SIGKILL' as const };
    const { signal, said } = await startFaultWorker({ url: db.url, run, chunk, fault }).ended;
    expect(signal, `SEED=${SEED} ${said}`).toBe('SIGKILL');
    await processImport(db.pool, org, importId, { now: FAULT_NOW, chunk });
    expect(await importOf(db.pool, org, importId)).toMatchObject({ status: 'done' });
    await expectWhole(db.pool, org, importId, expected);
  });
});
