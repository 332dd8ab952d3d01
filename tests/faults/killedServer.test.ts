import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { processImport } from '#lib/ingest/run/processImport.ts';
import { createRandom } from '#prisma/sample/random.ts';
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
import { type OwnServer, ownServer } from '#tests/support/faults/ownServer.ts';
import { seeds } from '#tests/support/faults/seeds.ts';

const ROWS = 4_000;
const CHUNK = 250;

let own: OwnServer;
beforeAll(async () => {
  own = await ownServer();
});
afterAll(() => own.close());

const until = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 60_000, interval: 100 });

describe.each(seeds(10))('the database server (SEED=%d)', (seed) => {
  const random = createRandom(seed);
  let path: string;
  let expected: Expected;
  beforeAll(async () => {
    path = join(own.folder, `${seed}.csv`);
    await writeFaultFile(path, faultRows(seed, ROWS));
    const org = await faultOrg(own.pool);
    const id = await queueImport(own.pool, org, path);
    await processImport(own.pool, org, id, { now: FAULT_NOW, chunk: CHUNK });
    expected = await expectedOf(own.pool, org, id);
  });

  it.each([
    { name: 'in the middle of a chunk', at: 'insert into stage_event', when: 'after', most: 8 },
    { name: 'before a chunk commits', at: 'update import set received', when: 'after', most: 8 },
    { name: 'at any commit', at: '^commit$', when: 'before', most: 12 },
    { name: 'among the records', at: 'insert into stage_entry', when: 'after', most: 1 },
  ] as const)('killed with -9 $name: the same worker goes on by itself', async (point) => {
    const { at, when, most } = point;
    const org = await faultOrg(own.pool);
    const importId = await queueImport(own.pool, org, path);
    const pid = (await own.open()).pid;
    const nth = random.whole(1, most);
    const fault = { at, when, nth, signal: 'SIGKILL' as const, pid };
    const { child, ended } = startFaultWorker({ url: own.server.url, chunk: CHUNK, fault });
    await until(async () => expect(() => process.kill(pid, 0)).toThrow());

    const again = await own.open();
    expect(again.url).toBe(own.server.url);
    await until(async () => {
      expect(await importOf(own.pool, org, importId)).toMatchObject({ status: 'done' });
    });
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    await expectWhole(own.pool, org, importId, expected);
  });

  it('left behind by an application that was killed with -9 is adopted', async () => {
    const org = await faultOrg(own.pool);
    const importId = await queueImport(own.pool, org, path);
    const run = { orgId: org.id, importId };
    const nth = random.whole(1, 8);
    const fault = { at: 'insert into stage_event', when: 'after', nth, signal: 'SIGKILL' } as const;
    const { url } = own.server;
    expect((await startFaultWorker({ url, run, chunk: CHUNK, fault }).ended).signal).toBe(
      'SIGKILL',
    );
    const { origin } = await own.open();
    expect(origin).toBe('adopted');
    await processImport(own.pool, org, importId, { now: FAULT_NOW, chunk: CHUNK });
    await expectWhole(own.pool, org, importId, expected);
  });
});
