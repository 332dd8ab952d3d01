import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { LONG_RUN, SEED } from '#tests/support/faults/seeds.ts';
import { NOW } from '#tests/support/importFile.ts';
import { testApi } from '#tests/support/testApi.ts';
import { mutated } from '#tests/support/torture/mutated.ts';
import { takeByApi } from '#tests/support/torture/takeByApi.ts';

let db: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  db = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'bowtie-fuzz-'));
});
afterAll(async () => {
  await db.close();
  await rm(dataDir, { recursive: true, force: true });
});

it(`takes or refuses a file with bytes changed, and never fails (seed ${SEED})`, {
  timeout: 3_600_000,
}, async () => {
  const { makeOrg, faults } = await testApi(db, NOW().toISOString(), true, dataDir);
  await fc.assert(
    fc.asyncProperty(mutated, async (one) => {
      const told = await takeByApi(db, await makeOrg(), one);
      expect(faults).toEqual([]);
      if (told.refused !== undefined) return;
      expect(told.bad.length).toBe(told.counts.quarantined);
      if (told.counts.accepted > 0) expect(told.facts.length).toBeGreaterThan(0);
    }),
    { numRuns: LONG_RUN ? 5000 : 40, seed: SEED },
  );
});
