import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { annotationAnswer, annotationsAnswer } from '#lib/contract/annotations.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let org: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-05-01T12:00:00Z');
});
afterAll(() => db.close());
beforeEach(async () => {
  org = await api.makeOrg();
});

function call(method: string, id: string, body?: object, of = org) {
  const headers = { authorization: `Bearer ${of.key}` };
  return api.request(`/api/v1/annotations/${id}`, {
    ...{ method, headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

async function note(body: object) {
  const told = await org.post('/annotations', body);
  expect(told.status, JSON.stringify(told.body)).toBe(201);
  return annotationAnswer.parse(told.body).data;
}

async function notes(of = org) {
  return annotationsAnswer.parse((await of.get('/annotations')).body).data.annotations;
}

it('lists what was noted, the earliest day first, for its organization only', async () => {
  await note({ on: '2026-05-01', text: ' new pricing ', author: 'Ann' });
  await note({ on: '2026-03-09', through: '2026-03-13', text: '展会' });
  expect(await notes()).toMatchObject([
    { on: '2026-03-09', through: '2026-03-13', text: '展会', author: null },
    {
      ...{ on: '2026-05-01', through: null, text: 'new pricing', author: 'Ann' },
      ...{ created_at: '2026-05-01T12:00:00.000Z', updated_at: '2026-05-01T12:00:00.000Z' },
    },
  ]);
  expect(await notes(await api.makeOrg())).toEqual([]);
});

it('changes what is given and keeps the rest; null takes away', async () => {
  const { id } = await note({ on: '2026-03-09', through: '2026-03-13', text: 'fair', author: 'A' });
  expect((await call('PATCH', id, { text: 'the fair' })).body).toMatchObject({
    data: { on: '2026-03-09', through: '2026-03-13', text: 'the fair', author: 'A' },
  });
  const without = await call('PATCH', id, { through: null, author: null });
  expect(without.body).toMatchObject({ data: { through: null, author: null } });
});

it('never ends before it begins, neither new nor changed', async () => {
  const told = await org.post('/annotations', {
    on: '2026-03-09',
    through: '2026-03-08',
    text: 'x',
  });
  expect([told.status, told.body]).toMatchObject([
    400,
    { error: { issues: [{ path: 'through' }] } },
  ]);
  const { id } = await note({ on: '2026-03-09', through: '2026-03-09', text: 'x' });
  expect((await call('PATCH', id, { on: '2026-03-10' })).status).toBe(400);
  expect((await call('PATCH', id, { on: '2026-03-10', through: '2026-03-10' })).status).toBe(200);
});

it.each([
  { on: '2026-02-30', text: 'x' },
  { on: '2026-02-01', text: '  ' },
  { on: '2026-02-01', text: 'x'.repeat(501) },
  { on: '2026-02-01', text: 'a\0b' },
  { on: '2026-02-01', text: 'x', author: '' },
  { on: '2026-02-01', text: 'x', author: 'x'.repeat(81) },
  { on: '2026-02-01', text: 'x', colour: 'red' },
  { text: 'x' },
])('refuses %j', async (body) => {
  expect((await org.post('/annotations', body)).status).toBe(400);
  expect(await notes()).toEqual([]);
});

it('is noted once under an idempotency key', async () => {
  const body = { on: '2026-05-01', text: 'once' };
  const first = await org.post('/annotations', body, { 'idempotency-key': 'k' });
  const again = await org.post('/annotations', body, { 'idempotency-key': 'k' });
  expect(again.body).toEqual(first.body);
  expect(await notes()).toHaveLength(1);
});

it('is removed once, and never by another organization', async () => {
  const { id } = await note({ on: '2026-05-01', text: 'x' });
  const other = await api.makeOrg();
  expect((await call('DELETE', id, undefined, other)).status).toBe(404);
  expect((await call('PATCH', id, { text: 'y' }, other)).status).toBe(404);
  expect((await call('DELETE', id)).status).toBe(200);
  expect((await call('DELETE', id)).status).toBe(404);
  expect((await call('DELETE', 'no-id')).status).toBe(404);
});

it('takes a key with the scope to write', async () => {
  const reader = await api.makeOrg({}, ['read']);
  const told = await reader.post('/annotations', { on: '2026-05-01', text: 'x' });
  expect(told.status).toBe(403);
});

it('changes no number', async () => {
  const days = { from: '2026-01-01', to: '2026-06-01' };
  const ask = async () => JSON.stringify((await org.get('/bowtie', days)).body);
  const before = await ask();
  await note({ on: '2026-05-01', text: 'x' });
  expect(await ask()).toBe(before);
});
