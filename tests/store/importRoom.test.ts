import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { processImport } from '#lib/ingest/run/processImport.ts';
import { moveImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { faultRows, writeFaultFile } from '#tests/support/faults/faultFile.ts';
import {
  expectedOf,
  expectWhole,
  faultOrg,
  importOf,
  queueImport,
} from '#tests/support/faults/faultImport.ts';
import { FAULT_NOW as now } from '#tests/support/faults/faultNow.ts';

const MB = 1_048_576;

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-room-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an import on a disk that fills up', () => {
  it('stops before the disk is full, stays true, and goes on when there is room', async () => {
    const path = join(folder, 'events.csv');
    await writeFaultFile(path, faultRows(1, 1_000));
    const plain = await faultOrg(db.pool);
    const plainId = await queueImport(db.pool, plain, path);
    await processImport(db.pool, plain, plainId, { now, chunk: 100 });

    const org = await faultOrg(db.pool);
    const id = await queueImport(db.pool, org, path);
    let left = 515;
    const room = async () => {
      left -= 1;
      return left * MB;
    };
    await processImport(db.pool, org, id, { now, chunk: 100, room });
    const stopped = await importOf(db.pool, org, id);
    expect(stopped).toMatchObject({ status: 'failed', errorCode: 'insufficient_storage' });
    expect(stopped?.received).toBe(200);
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);

    await inOrg(db.pool, org.id, 'write', (tx) =>
      moveImport(tx, id, ['failed'], { status: 'queued', finishedAt: null }),
    );
    await processImport(db.pool, org, id, { now, chunk: 100, room: async () => 9_000 * MB });
    await expectWhole(db.pool, org, id, await expectedOf(db.pool, plain, plainId));
  });
});
