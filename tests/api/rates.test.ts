import { afterAll, beforeAll, expect, it } from 'vitest';
import { ratesAnswer, ratesTaken } from '#lib/contract/rates.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let org: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-06-15T12:00:00Z');
  org = await api.makeOrg();
});
afterAll(() => db.close());

async function put(csv: string, of = org) {
  const headers = { authorization: `Bearer ${of.key}`, 'content-type': 'application/json' };
  return api.request('/api/v1/rates', { method: 'PUT', headers, body: JSON.stringify({ csv }) });
}

it('takes rates, replaces those of the same day, and converts with them at once', async () => {
  const contract = { contract_id: 'c', account_id: 'a', starts_on: '2026-02-01', ends_on: null };
  const contracts = [{ ...contract, arr: '100', currency: 'EUR' }];
  await org.post('/contracts', { source: 'crm', contracts });
  const days = { from: '2026-03-01', to: '2026-04-01', grain: 'month' };
  expect((await org.get('/arr', days)).body).toMatchObject({ data: { total: { unconverted: 1 } } });

  const told = await put('date,currency,rate\n2026-01-01,EUR,1.5\n2026-02-01,EUR,1.20\n');
  expect(ratesTaken.parse(told.body).data.rates).toBe(2);
  await put('date,currency,rate\n2026-01-01,EUR,1.1\n');
  expect(ratesAnswer.parse((await org.get('/rates')).body).data).toEqual([
    { date: '2026-02-01', currency: 'EUR', rate: '1.2' },
    { date: '2026-01-01', currency: 'EUR', rate: '1.1' },
  ]);
  const { body } = await org.get('/arr', days);
  expect(body).toMatchObject({ data: { total: { periods: [{ end: '120.00' }], unconverted: 0 } } });
});

it('refuses a bad line with its number and takes none of the others', async () => {
  const before = (await org.get('/rates')).body;
  const { status, body } = await put('date,currency,rate\n2026-03-01,EUR,1\n2026-03-02,EUR,-1\n');
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain('line 3');
  expect((await org.get('/rates')).body).toEqual(before);
});

it('needs a key that may ingest, and shows nothing of another organization', async () => {
  const reader = await api.makeOrg({}, ['read']);
  expect((await put('date,currency,rate\n', reader)).status).toBe(403);
  expect((await reader.get('/rates')).body).toEqual({ data: [] });
});
