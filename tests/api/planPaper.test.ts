import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { openPdf } from '#tests/support/pdfText.ts';
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

it.each([
  ['en', 'a4', '841.890015 595.280029', 'ARRfrom$2Mto$6MbyDec31,2027'],
  ['zh-Hans', 'letter', '792 612', '需新签ARR$400万'],
  ['zh-Hant', 'a4', '841.890015 595.280029', '需新簽ARR$400萬'],
])('prints what the plan says: %s on %s', async (locale, paper, sheet, sentence) => {
  const answer = await take(`format=pdf&locale=${locale}&paper=${paper}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('content-disposition')).toMatch(/-plan-2027-01-01\.pdf"$/);
  const file = new Uint8Array(await answer.arrayBuffer());
  expect(file.length).toBeGreaterThan(20_000);
  expect(file.length).toBeLessThan(400_000);
  const { pages, sheets, text, fonts, fontFiles } = openPdf(file);
  expect(pages).toBeGreaterThan(4);
  expect(new Set(sheets)).toEqual(new Set([sheet]));
  expect([fonts.length, fontFiles]).toEqual([2, 2]);
  const body = { ...plan, runs: undefined, rounding: 'display' };
  const told = await org.post('/plans/decompose', body);
  const { segments } = (told.body as { data: { segments: [{ entries: { sal: number } }] } }).data;
  expect(text).toContain(sentence);
  expect(text).toContain(segments[0].entries.sal.toLocaleString('en'));
});

it('prints one at a time, and each order its own', async () => {
  const goals = ['6000000', '7000000'];
  const files = await Promise.all(
    goals.map(async (target_arr) => {
      const answer = await take('format=pdf', { ...plan, target_arr });
      return openPdf(new Uint8Array(await answer.arrayBuffer())).text;
    }),
  );
  expect(files.map((text) => /to\$(\d)M/.exec(text)?.[1])).toEqual(['6', '7']);
});

it.each([
  ['format=pdf&paper=a5', 'paper', '"a4"|"letter"'],
  ['format=pdf&locale=de', 'locale', '"en"|"zh-Hans"|"zh-Hant"'],
])('says of %s what there is', async (query, path, choices) => {
  const answer = await take(query);
  expect(answer.status).toBe(400);
  const { error } = (await answer.json()) as { error: { issues: unknown } };
  expect(error.issues).toEqual([{ path, message: expect.stringContaining(choices) }]);
});

it('refuses at once what no sheet would hold', async () => {
  const [one] = plan.segments;
  const segments = Array.from({ length: 40 }, (_, i) => ({ ...one, key: `t${i}`, share: 0.025 }));
  const answer = await take('format=pdf', { ...plan, months: 60, segments });
  expect(answer.status).toBe(413);
});
