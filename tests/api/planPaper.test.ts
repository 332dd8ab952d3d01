import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let org: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-11-23T12:00:00Z');
  org = await api.makeOrg();
});
afterAll(() => db.close());

const plan = {
  ...{ start: '2027-01-01', target_arr: '6000000', runs: 100 },
  segments: [
    {
      ...{ key: '=all', opening_arr: '2000000', nrr: 1, share: 1, acv: '50000', discount: 0 },
      conversions: { 'sql>sal': 0.9, 'sal>won': 0.2 },
      lags: { 'sal>won': [0, 0, 0.5, 0.5] },
    },
  ],
};

async function take(query: string, body: object = plan) {
  return api.api.request(`/api/v1/plans/export?${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.key}` },
    body: JSON.stringify(body),
  });
}

it('says in a table what the plan says, in counts that add up', async () => {
  const answer = await take('format=csv');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(/-plan-2027-01-01\.csv"$/);
  const lines = (await answer.text()).replace('\ufeff', '').trim().split('\r\n');
  const [head, ...rows] = lines.map((line) => line.split(','));
  expect(head).toEqual(['Tier', 'Stage', 'Department', 'Month', 'Count']);
  const told = await org.post('/plans/decompose', {
    ...plan,
    runs: undefined,
    rounding: 'display',
  });
  const { segments } = (told.body as { data: { segments: [{ entries: { sal: number } }] } }).data;
  const ofSal = rows.filter(([, stage]) => stage === 'SAL');
  expect(ofSal.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(segments[0].entries.sal);
  expect(ofSal[0]).toEqual(["'=all", 'SAL', 'MDR / SDR / ADR', '< 2027-01', '84']);
});

it('makes a workbook in the language asked for', async () => {
  const answer = await take('format=xlsx&locale=zh-Hant');
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="計畫"');
});

it('refuses what it cannot make', async () => {
  expect((await take('format=doc')).status).toBe(400);
  expect((await take('format=csv', { ...plan, start: '2027-01-05' })).status).toBe(400);
});
