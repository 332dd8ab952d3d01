import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDayOf } from '#lib/bowtie/localDay.ts';
import { RECORD_FIELDS } from '#lib/contract/records.ts';
import { duePages, loopRows } from '#lib/reports/loop/loopRows.ts';
import { revenueOfSteps } from '#lib/reports/loop/revenueOfSteps.ts';
import { sortRows } from '#lib/reports/loop/sortRows.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { loadHistory } from '#tests/support/loadHistory.ts';
import { randomContracts } from '#tests/support/randomContracts.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

const RANGE = { from: '2025-07-01', to: '2026-09-01' };
const PAGE = 7;

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

it('lists what falls due page by page as all at once, in every order', async () => {
  const [seed] = randomHistories(5, 1, 1);
  if (seed === undefined) throw new Error('no history');
  const history = { ...seed.history, contracts: randomContracts(8, 60) };
  const settings = { ...seed.org, renewal_grace_days: 0 };
  const org = await loadHistory(db, settings, history, RANDOM_NOW);
  await inOrg(db.pool, org.id, 'read', async (tx) => {
    const everything = { by: null, own: null, account: [] };
    const revenue = revenueOfSteps(tx, everything, localDayOf(RANDOM_NOW, org.timeZone));
    const asked = { revenue, range: RANGE, org };
    for (const renewal of ['due', 'renewed', 'churned', 'open'] as const) {
      const all = await loopRows(asked, { renewal });
      for (const field of RECORD_FIELDS.filter((one) => one !== 'account_name')) {
        for (const descending of [false, true]) {
          const pages = duePages(asked, renewal, { field, descending });
          if (pages === null) throw new Error('no pages');
          const count = await pages.count();
          const found = [];
          for (let from = 0; from < count + PAGE; from += PAGE) {
            found.push(...(await pages.page(from, PAGE)));
          }
          expect(count).toBe(all.length);
          const note = JSON.stringify({ renewal, field, descending });
          expect(found, note).toEqual(sortRows(all, { field, descending }));
        }
      }
    }
  });
});
