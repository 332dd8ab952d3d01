import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  publicationsAnswer,
  scenarioAnswer,
  scenariosAnswer,
  versionsAnswer,
} from '#lib/contract/scenarios.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let org: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-11-23T12:00:00Z');
});
afterAll(() => db.close());
beforeEach(async () => {
  org = await api.makeOrg();
});

const segment = {
  ...{ key: 'all', opening_arr: '2000000', nrr: 1, share: 1, acv: '50000', discount: 0 },
  conversions: { 'sal>won': 0.2 },
};
const plan = { start: '2027-01-01', target_arr: '6000000', segments: [segment] };

function call(method: string, id: string, body?: object) {
  const headers = { authorization: `Bearer ${org.key}` };
  return api.request(`/api/v1/scenarios/${id}`, {
    ...{ method, headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

async function save(name: string, inputs: object = { plan }) {
  const told = await org.post('/scenarios', { name, inputs, author: 'Ann' });
  expect(told.status, JSON.stringify(told.body)).toBe(201);
  return scenarioAnswer.parse(told.body).data;
}

async function list(of = org) {
  return scenariosAnswer.parse((await of.get('/scenarios')).body).data.scenarios;
}

async function publications() {
  return publicationsAnswer.parse((await org.get('/publications')).body).data.publications;
}

it('keeps the inputs under a name, for their organization only', async () => {
  const saved = await save(' Triple  ARR ');
  expect(saved).toMatchObject({ name: 'Triple ARR', version: 1, locked: false });
  expect(saved.inputs.plan).toMatchObject({ ...plan, months: 12, seed: 1, runs: 10_000 });
  expect(await list()).toEqual([saved]);
  expect(await list(await api.makeOrg())).toEqual([]);
});

it('keeps every version with who changed what and why', async () => {
  const { id } = await save('Hire');
  const inputs = { plan: { ...plan, target_arr: '5000000' } };
  const changes = { version: 1, inputs, author: 'Bo', remark: 'the board wants less' };
  expect((await call('PATCH', id, changes)).status).toBe(200);
  const { versions } = versionsAnswer.parse((await org.get(`/scenarios/${id}/versions`)).body).data;
  expect(versions).toMatchObject([
    { version: 2, author: 'Bo', remark: 'the board wants less', inputs },
    { version: 1, author: 'Ann', remark: null, inputs: { plan } },
  ]);
  const [now] = await list();
  expect(now).toMatchObject({ version: 2, inputs });
});

it('refuses a change of what somebody else changed meanwhile', async () => {
  const { id } = await save('Hire');
  expect((await call('PATCH', id, { version: 1, name: 'Hire two' })).status).toBe(200);
  const told = await call('PATCH', id, { version: 1, name: 'Hire three' });
  expect([told.status, told.body]).toMatchObject([409, { error: { code: 'conflict' } }]);
});

it('gives a copy its own life under its own name', async () => {
  const { id } = await save('Hire');
  expect((await call('POST', `${id}/duplicate`, { name: 'HIRE' })).status).toBe(409);
  const copy = scenarioAnswer.parse(
    (await call('POST', `${id}/duplicate`, { name: 'Fix the hand-off' })).body,
  ).data;
  expect((await call('DELETE', id)).status).toBe(200);
  expect(await list()).toEqual([copy]);
  expect((await call('DELETE', id)).status).toBe(404);
});

it('locks what is published as the plan of the fiscal year, and the next takes its place', async () => {
  const first = await save('Hire');
  const second = await save('Fix the hand-off');
  for (const { id } of [first, second]) {
    expect((await call('POST', `${id}/publish`, { version: 1, author: 'CEO' })).status).toBe(201);
  }
  expect(await publications()).toMatchObject([
    { fiscal_year: '2027-01-01', current: true, name: 'Fix the hand-off', author: 'CEO' },
    { fiscal_year: '2027-01-01', current: false, name: 'Hire' },
  ]);
  const change = { version: 1, inputs: { plan: { ...plan, target_arr: '1' } } };
  expect((await call('PATCH', first.id, change)).status).toBe(409);
  expect((await call('DELETE', first.id)).status).toBe(409);
  expect((await call('POST', `${first.id}/duplicate`, { name: 'Hire again' })).status).toBe(201);
});

it('publishes nothing that would follow later data', async () => {
  const { acv: _, ...open } = segment;
  const { id } = await save('Half', { plan: { ...plan, segments: [open] } });
  const told = await call('POST', `${id}/publish`, { version: 1 });
  expect([told.status, told.body]).toMatchObject([
    400,
    { error: { issues: [{ path: 'segments.0.acv' }] } },
  ]);
  expect(await publications()).toEqual([]);
});

it.each([
  { name: '', inputs: { plan } },
  { name: 'x'.repeat(81), inputs: { plan } },
  { name: 'x', inputs: { plan: { ...plan, start: '2027-01-02' } } },
  { name: 'x', inputs: {} },
])('refuses %j', async (body) => {
  expect((await org.post('/scenarios', body)).status).toBe(400);
  expect(await list()).toEqual([]);
});
