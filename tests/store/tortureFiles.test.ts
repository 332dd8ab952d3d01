import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { importFile, testOrg } from '#tests/support/importFile.ts';
import { TAKEN } from '#tests/support/oddFiles.ts';
import { REFUSED } from '#tests/support/wrongFiles.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await db.close();
});

describe('odd files', () => {
  for (const { name, counts: wanted, ...file } of TAKEN) {
    it(`accounts for every row: ${name}`, async () => {
      const { told, rejects } = await importFile(db, await testOrg(db), file);
      const { received, accepted, duplicates, quarantined, ignored } = told;
      expect(received).toBe(accepted + duplicates + quarantined + ignored);
      const { bad = [], warnings = [], ...counts } = wanted;
      expect({ error: told.error, accepted, duplicates, quarantined, ignored }).toEqual({
        ...{ error: null, accepted: 0, duplicates: 0, quarantined: 0, ignored: 0 },
        ...counts,
      });
      expect(rejects.map((row) => row.slice(-3, -1).join(' '))).toEqual(bad);
      expect(told.warnings.map((warning) => warning.code)).toEqual(warnings);
    });
  }
});

describe('wrong files', () => {
  for (const { name, refused, ...file } of REFUSED) {
    it(`are refused whole, with the reason: ${name}`, async () => {
      const { told } = await importFile(db, await testOrg(db), file);
      expect(told).toMatchObject({ status: 'failed', received: 0 });
      expect(told.error?.message).toMatch(refused);
    });
  }
});
