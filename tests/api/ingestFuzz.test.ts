import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELDS } from '#lib/contract/fields.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await db.close();
});

const good: Record<string, string[]> = {
  stage: ['mql', 'won', 'lost'],
  occurred_at: ['2026-01-05', '2026-01-05T10:00:00+08:00', '2026-02-30'],
  starts_on: ['2026-01-05'],
  ends_on: ['2026-01-05', '2025-01-01'],
  amount: ['1', '-0.00', '99999999999999999999'],
  arr: ['1', '-1'],
  currency: ['USD', 'eur', 'XXX'],
};

/** Any value of JSON, text of any characters, and now and then one that is right. */
const anyValue = (field: string) =>
  fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ unit: fc.constantFrom('\0', '\ud800', '\udc00', '\u2028', "'", '\\', '😀', 'a') }),
    fc.constantFrom(...(good[field] ?? ['a', 'b', 'unknown'])),
    fc.constantFrom(...(good[field] ?? ['a', 'b', 'unknown'])),
  );

describe('POST with anything in its rows', async () => {
  for (const kind of ['events', 'contracts', 'accounts'] as const) {
    it(`never fails and always accounts for every row: ${kind}`, async () => {
      const { makeOrg, faults } = await testApi(db, '2026-06-01T00:00:00Z');
      const org = await makeOrg();
      const row = fc.record(
        Object.fromEntries(FIELDS[kind].map((field) => [field, anyValue(field)])),
        { requiredKeys: [] },
      );
      await fc.assert(
        fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (rows) => {
          const told = await org.post(`/${kind}`, { source: 'fuzz', [kind]: rows });
          expect([200, 207]).toContain(told.status);
          const { data } = told.body as { data: Record<string, number> };
          const { accepted = 0, duplicates = 0, quarantined = 0, ignored = 0 } = data;
          expect(accepted + duplicates + quarantined + ignored).toBe(rows.length);
        }),
        { numRuns: 60, seed: 5 },
      );
      expect(faults).toEqual([]);
    });
  }
});
