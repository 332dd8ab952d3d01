import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { processImport } from '#lib/ingest/run/processImport.ts';
import { createPool } from '#lib/store/pool.ts';
import { faultRows, writeFaultFile } from '#tests/support/faults/faultFile.ts';
import {
  expectedOf,
  expectWhole,
  faultOrg,
  importOf,
  queueImport,
} from '#tests/support/faults/faultImport.ts';
import { FAULT_NOW } from '#tests/support/faults/faultNow.ts';
import { ownServer } from '#tests/support/faults/ownServer.ts';
import { SEED } from '#tests/support/faults/seeds.ts';

const MB = 1_048_576;
const ROWS = 60_000;
const LEFT_MB = 24;

const folder = mkdtempSync(join(tmpdir(), 'bowtie-full-'));
const refusal = mountSmall();

/** A disk of our own of 420 MB; why not, where the rights do not allow it. */
function mountSmall(): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=420m,mode=0711', 'tmpfs', folder], {
      stdio: 'pipe',
    });
    return null;
  } catch (error) {
    return String(error).split('\n')[0] ?? 'no reason';
  }
}

if (refusal !== null) process.stderr.write(`The test of a full disk is skipped: ${refusal}\n`);

afterAll(async () => {
  if (refusal === null) execFileSync('umount', ['-l', folder]);
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(refusal !== null)(`a disk that fills up (SEED=${SEED})`, () => {
  it('stops an import; with room again it goes on and nothing is lost or twice', async () => {
    const settings = { max_wal_size: '48MB', min_wal_size: '32MB' };
    const own = await ownServer(folder, settings);
    const outside = `${folder}.csv`;
    const ballast = join(folder, 'ballast');
    try {
      await writeFaultFile(outside, faultRows(SEED, ROWS));
      const org = await faultOrg(own.pool);
      const importId = await queueImport(own.pool, org, outside);
      const { bavail, bsize } = await statfs(folder);
      await writeFile(ballast, Buffer.alloc(bavail * bsize - LEFT_MB * MB));
      const run = processImport(own.pool, org, importId, { now: FAULT_NOW });
      await expect(run).rejects.toThrow();
      await rm(ballast);

      const again = await own.open();
      const pool = createPool(again.url, { max: 4 });
      expect(await importOf(pool, org, importId)).toMatchObject({ status: 'running' });
      await processImport(pool, org, importId, { now: FAULT_NOW });

      const plain = await faultOrg(pool);
      const plainId = await queueImport(pool, plain, outside);
      await processImport(pool, plain, plainId, { now: FAULT_NOW });
      await expectWhole(pool, org, importId, await expectedOf(pool, plain, plainId));
      await pool.end();
    } finally {
      await own.close();
      await rm(outside, { force: true });
    }
  });
});
