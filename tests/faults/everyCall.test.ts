import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processImport } from '#lib/ingest/run/processImport.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { faultRows, writeFaultFile } from '#tests/support/faults/faultFile.ts';
import {
  type Expected,
  expectedOf,
  expectWhole,
  faultOrg,
  queueImport,
} from '#tests/support/faults/faultImport.ts';
import { FAULT_NOW } from '#tests/support/faults/faultNow.ts';
import { LONG_RUN, SEED } from '#tests/support/faults/seeds.ts';
import { type DbCall, toldPool } from '#tests/support/faults/toldPool.ts';

const ROWS = LONG_RUN ? 400 : 70;
const CHUNK = LONG_RUN ? 60 : 12;

class Cut extends Error {
  readonly code = 'ECONNRESET';
}

let db: TestDatabase;
let folder: string;
let path: string;
let expected: Expected;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-fault-'));
  path = join(folder, 'events.csv');
  await writeFaultFile(path, faultRows(SEED, ROWS, { records: 9 }));
  const org = await faultOrg(db.pool);
  const id = await queueImport(db.pool, org, path);
  await processImport(db.pool, org, id, { now: FAULT_NOW, chunk: CHUNK });
  expected = await expectedOf(db.pool, org, id);
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

/** One run of which the nth call fails; false when it has fewer calls. */
async function failing(org: Org, id: string, nth: number, when: DbCall['when']): Promise<boolean> {
  let calls = 0;
  const pool = toldPool(db.pool, (call) => {
    if (call.when !== when) return;
    calls += 1;
    if (calls === nth) throw new Cut(`call ${nth}`);
  });
  try {
    await processImport(pool, org, id, { now: FAULT_NOW, chunk: CHUNK });
  } catch (error) {
    if (!(error instanceof Cut)) throw error;
    return true;
  }
  return false;
}

describe(`an import of which a database call fails (SEED=${SEED})`, () => {
  it.each([
    { when: 'before', what: 'nothing was done' },
    { when: 'after', what: 'it was done, and nobody heard' },
  ] as const)('$when: $what, for every call', async ({ when }) => {
    let nth = 1;
    for (; ; nth += 1) {
      const org = await faultOrg(db.pool);
      const id = await queueImport(db.pool, org, path);
      const failed = await failing(org, id, nth, when);
      if (failed) await processImport(db.pool, org, id, { now: FAULT_NOW, chunk: CHUNK });
      await expectWhole(db.pool, org, id, expected);
      if (!failed) break;
    }
    expect(nth).toBeGreaterThan(50);
  });
});
