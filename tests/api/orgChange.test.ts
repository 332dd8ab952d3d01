import { afterAll, beforeAll, expect, it } from 'vitest';
import { rederiveAnswer } from '#lib/contract/rederive.ts';
import { applyChanges } from '#lib/ingest/rederive/applyChanges.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

type Api = Awaited<ReturnType<typeof testApi>>;

function change({ request }: Api, { org }: TestOrg, body: unknown, headers = {}) {
  const page = { 'x-bowtie-org': org.slug, host: 'localhost', 'content-type': 'application/json' };
  return request('/api/v1/org', {
    method: 'PATCH',
    headers: { ...page, ...headers },
    body: JSON.stringify(body),
  });
}

it('changes settings from the page, and derived data follows before it answers', async () => {
  const api = await testApi(db, NOW);
  const one = await api.makeOrg();
  const event = { event_id: '1', record_id: 'a', stage: 'won', occurred_at: '2026-01-05' };
  await one.post('/events', { source: 'crm', events: [event] });
  const told = await change(api, one, { stages: ['won', 'sal'], name: ' Acme ' });
  expect(told.status).toBe(200);
  expect(told.body).toMatchObject({
    data: { slug: one.org.slug, name: 'Acme', stages: ['sal', 'won'], currency: 'USD' },
  });
  const query = { from: '2026-01-01', to: '2026-02-01' };
  const { body } = await one.get('/bowtie', query);
  const { stages } = (body as { data: { total: { stages: { stage: string }[] } } }).data.total;
  expect(stages).toMatchObject([
    { stage: 'sal', entries: 1, implied: 1 },
    { stage: 'won', entries: 1, implied: 0 },
  ]);
});

it('of many events: answers at once, and reads the old numbers until the new ones are in', async () => {
  const api = await testApi(db, NOW);
  const one = await api.makeOrg();
  const events = Array.from({ length: 3100 }, (_, at) => {
    return {
      event_id: `${at}`,
      record_id: `${at}`,
      stage: 'won',
      occurred_at: '2026-01-05T20:00Z',
    };
  });
  await one.post('/events', { source: 'crm', events });
  const query = { from: '2026-01-06', to: '2026-01-07' };
  const entries = async () => {
    const { body } = await one.get('/bowtie', query);
    const { data, meta } = body as {
      data: { total: { stages: { entries: number }[] } };
      meta: { time_zone: string; warnings: { code: string }[] };
    };
    const codes = meta.warnings.map(({ code }) => code);
    return [meta.time_zone, data.total.stages.at(-3)?.entries, codes.includes('rederiving')];
  };
  const wanted = { time_zone: 'Asia/Shanghai', name: 'Acme' };
  const told = await change(api, one, wanted);
  expect(told).toMatchObject({ status: 200, body: { data: wanted, rederiving: true } });
  expect((await one.get('/org')).body).toMatchObject({ data: { name: 'Acme', time_zone: 'UTC' } });
  expect(await entries()).toEqual(['UTC', 0, true]);
  const waiting = rederiveAnswer.parse((await one.get('/rederive')).body).data;
  expect(waiting).toMatchObject({
    ...{ rederiving: true, records: null },
    changes: [{ kind: 'org', changes: { time_zone: 'Asia/Shanghai' }, status: 'queued' }],
  });
  const preview = await one.get('/rederive', { preview: 'true' });
  expect(preview.body).toMatchObject({ data: { records: 3100 } });
  await applyChanges(db.pool, one.org.id, { now: () => new Date(NOW) });
  expect(await entries()).toEqual(['Asia/Shanghai', 3100, false]);
  const after = rederiveAnswer.parse((await one.get('/rederive')).body).data;
  expect(after).toMatchObject({ rederiving: false, changes: [{ status: 'done', records: 3100 }] });
});

it('names every fault and changes nothing then', async () => {
  const api = await testApi(db, NOW);
  const one = await api.makeOrg();
  const told = await change(api, one, { currency: 'usd', stages: [], slug: 'other' });
  expect(told.status).toBe(400);
  const { issues } = (told.body as { error: { issues: { path: string }[] } }).error;
  expect(issues.map(({ path }) => path).sort()).toEqual(['currency', 'slug', 'stages']);
});

it('is not for keys, nor for pages of others', async () => {
  const api = await testApi(db, NOW);
  const one = await api.makeOrg();
  const key = await change(api, one, { name: 'x' }, { authorization: `Bearer ${one.key}` });
  expect(key.status).toBe(403);
  const foreign = await change(api, one, { name: 'x' }, { origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  const unknown = await change(api, one, { name: 'x' }, { 'x-bowtie-org': 'nobody' });
  expect(unknown.status).toBe(404);
});
