import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { NOW } from '#tests/support/importFile.ts';
import { testApi } from '#tests/support/testApi.ts';
import { CORPUS } from '#tests/support/torture/corpus.ts';
import { dryRun, takeByApi } from '#tests/support/torture/takeByApi.ts';

let db: TestDatabase;
let dataDir: string;
let api: Awaited<ReturnType<typeof testApi>>;
beforeAll(async () => {
  db = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'bowtie-torture-'));
  api = await testApi(db, NOW().toISOString(), true, dataDir);
});
afterAll(async () => {
  await db.close();
  await rm(dataDir, { recursive: true, force: true });
  expect(api.faults, 'faults of our own').toEqual([]);
});

it('has more than a hundred cases, each with a name of its own', () => {
  const names = Object.values(CORPUS).flatMap((cases) => cases.map((one) => one.name));
  expect(names.length).toBeGreaterThan(100);
  expect(new Set(names).size).toBe(names.length);
});

for (const [part, cases] of Object.entries(CORPUS)) {
  describe(part, () => {
    for (const one of cases) {
      const { want } = one;
      if ('refused' in want) {
        it(`refuses whole, by its name: ${one.name}`, async () => {
          const told = await takeByApi(db, await api.makeOrg(), one);
          expect(told.refused).toBe(want.refused);
        });
        continue;
      }
      it(`takes the good rows and names the bad: ${one.name}`, async () => {
        const org = await api.makeOrg();
        const { facts = [], accepted = facts.length, duplicates = 0, ignored = 0 } = want;
        const { bad = [], warnings = {} } = want;
        const counts = { accepted, duplicates, quarantined: bad.length, ignored };
        const checked = await dryRun(db, org, one);
        expect(checked.counts).toEqual(counts);
        const told = await takeByApi(db, org, one);
        expect(told.refused).toBeUndefined();
        const { counts: found, bad: held, warnings: heard } = told;
        expect({ counts: found, held, heard }).toEqual({ counts, held: bad, heard: warnings });
        expect(told.badInPreview).toEqual(bad.slice(0, told.badInPreview.length));
        if (want.facts) expect(told.facts).toMatchObject(facts);
      });
    }
  });
}
