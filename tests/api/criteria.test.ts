import { afterAll, beforeAll, expect, it } from 'vitest';
import { criteriaAnswer, DEFINED_STAGES } from '#lib/contract/criteria.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let org: TestOrg;
let api: Awaited<ReturnType<typeof testApi>>;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-06-30T23:30:00Z');
  org = await api.makeOrg({ time_zone: 'Asia/Shanghai' });
});
afterAll(() => db.close());

async function put(body: object, one: TestOrg = org) {
  const headers = { authorization: `Bearer ${one.key}`, 'content-type': 'application/json' };
  const init = { method: 'PUT', headers, body: JSON.stringify(body) };
  return api.request('/api/v1/criteria', init);
}

async function held(on: string, stage = 'sal', one: TestOrg = org) {
  const told = criteriaAnswer.parse((await one.get('/criteria', { on })).body);
  return told.data.criteria.find((each) => each.stage === stage);
}

it('has every stage, without an own criterion, today by the clock of the organization', async () => {
  const other = await api.makeOrg({ time_zone: 'Asia/Shanghai' });
  const { data } = criteriaAnswer.parse((await other.get('/criteria')).body);
  expect(data).toMatchObject({ on: '2026-07-01', today: '2026-07-01' });
  expect(data.criteria.map(({ stage }) => stage)).toEqual([...DEFINED_STAGES]);
  expect(data.criteria.every(({ text, versions }) => text === null && versions.length === 0)).toBe(
    true,
  );
});

it('keeps for past days what was in force then', async () => {
  expect((await put({ stage: 'sal', text: ' AE held a call ', from: '2026-01-01' })).status).toBe(
    200,
  );
  api.clock.now = new Date('2026-07-02T00:00:00Z');
  expect((await put({ stage: 'sal', text: 'AE and a budget', from: '2026-06-01' })).status).toBe(
    200,
  );
  expect(await held('2025-12-31')).toMatchObject({ text: null, version: null });
  expect(await held('2026-05-31')).toMatchObject({ text: 'AE held a call', version: 1 });
  expect(await held('2026-06-01')).toMatchObject({ text: 'AE and a budget', version: 2 });
  // a wording for earlier days does not reach into later ones
  await put({ stage: 'sal', text: 'AE said yes', from: '2026-03-01' });
  expect(await held('2026-05-31')).toMatchObject({ text: 'AE said yes', version: 3 });
  expect(await held('2026-06-02')).toMatchObject({ text: 'AE and a budget', version: 2 });
  // of one day the later wording holds
  await put({ stage: 'sal', text: 'AE, budget, date', from: '2026-06-01' });
  expect(await held('2026-06-02')).toMatchObject({ text: 'AE, budget, date', version: 4 });
  const all = await held('2026-06-02');
  expect(all?.versions.map(({ version, from, created_at }) => [version, from, created_at])).toEqual(
    [
      [4, '2026-06-01', '2026-07-02T00:00:00.000Z'],
      [3, '2026-03-01', '2026-07-02T00:00:00.000Z'],
      [2, '2026-06-01', '2026-07-02T00:00:00.000Z'],
      [1, '2026-01-01', '2026-06-30T23:30:00.000Z'],
    ],
  );
});

it('goes back to the common criterion by an empty text', async () => {
  await put({ stage: 'won', text: 'signed', from: '2026-01-01' });
  await put({ stage: 'won', text: '  ', from: '2026-02-01' });
  expect(await held('2026-01-31', 'won')).toMatchObject({ text: 'signed' });
  expect(await held('2026-02-01', 'won')).toMatchObject({ text: null, version: 2 });
});

it('shows no organization the words of another, and removes them with it', async () => {
  const other = await api.makeOrg();
  await put({ stage: 'sal', text: 'theirs', from: '2026-01-01' }, other);
  expect(await held('2026-05-31', 'sal', other)).toMatchObject({ text: 'theirs', version: 1 });
  expect(await held('2026-05-31')).toMatchObject({ text: 'AE said yes' });
});

it('numbers the wordings of two writers at once one after the other', async () => {
  const writes = Array.from({ length: 6 }, (_, i) =>
    put({ stage: 'mql', text: `wording ${i}`, from: '2026-01-01' }),
  );
  expect((await Promise.all(writes)).map(({ status }) => status)).toEqual(Array(6).fill(200));
  const versions = (await held('2026-05-31', 'mql'))?.versions.map(({ version }) => version);
  expect(versions).toEqual([6, 5, 4, 3, 2, 1]);
});

it.each([
  { stage: 'nowhere', text: 'x', from: '2026-01-01' },
  { stage: 'sal', text: 'x', from: '2026-02-30' },
  { stage: 'sal', text: 'x'.repeat(2001), from: '2026-01-01' },
  { stage: 'sal', text: 'a\0b', from: '2026-01-01' },
  { stage: 'sal', from: '2026-01-01' },
  { stage: 'sal', text: 'x', from: '2026-01-01', by: 'me' },
])('refuses %j', async (body) => {
  const before = await held('2026-05-31');
  expect((await put(body)).status).toBe(400);
  expect(await held('2026-05-31')).toEqual(before);
});

it('takes a key with the scope to write only', async () => {
  const reader = await api.makeOrg({}, ['read']);
  const told = await put({ stage: 'sal', text: 'x', from: '2026-01-01' }, reader);
  expect(told.status).toBe(403);
});
