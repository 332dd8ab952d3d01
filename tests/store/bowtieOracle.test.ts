import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { differences } from '#tests/support/closeTo.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { knowValues, loadHistory } from '#tests/support/loadHistory.ts';
import { oracleBowtie } from '#tests/support/oracle.ts';
import { asWire, toQuery } from '#tests/support/oracleWire.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

const SEED = 20260123;
const HISTORIES = 25;

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('GET /bowtie against the plain oracle', () => {
  const cases = randomHistories(SEED, HISTORIES, 12).map((one, index) => ({ ...one, index }));

  it.each(cases)('history $index', async ({ history, org: settings, queries }) => {
    const org = await loadHistory(db, settings, history, RANDOM_NOW);
    await knowValues(
      db,
      org,
      queries.map((query) => query.where ?? {}),
    );
    for (const query of queries) {
      // The loop has its own oracle.
      const wanted = withoutLoop(asWire(oracleBowtie(history, settings, query, RANDOM_NOW)));
      const got = await getBowtie({ pool: db.pool, org }, toQuery(query), new Date(RANDOM_NOW));
      expect(differences(got, wanted), JSON.stringify({ settings, query })).toEqual([]);
    }
  });
});

function withoutLoop<T>(answer: T): T {
  return JSON.parse(JSON.stringify(answer, (key, value) => (key === 'loop' ? undefined : value)));
}
