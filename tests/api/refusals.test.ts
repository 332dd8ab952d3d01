import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswer } from '#lib/contract/errors.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, type Told, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let org: TestOrg;
let api: Awaited<ReturnType<typeof testApi>>;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-06-01T00:00:00Z');
  org = await api.makeOrg({ stages: ['mql', 'sql', 'won'], order: { segment: ['small'] } });
  const event = { record_id: 'r', stage: 'mql', occurred_at: '2026-01-05T09:00:00Z' };
  await org.post('/events', {
    source: 'crm',
    events: [{ ...event, event_id: '1', channel: 'search', product: 'a, b' }],
  });
});
afterAll(() => db.close());

function refused(told: Told, status: number, path?: string): void {
  expect(told.status, JSON.stringify(told.body)).toBe(status);
  const { error } = errorAnswer.parse(told.body);
  if (path !== undefined) expect(error.issues?.map((issue) => issue.path)).toContain(path);
  expect(told.headers.get('x-request-id')).toBe(error.request_id);
}

const days = { from: '2026-01-01', to: '2026-04-01' };

describe('GET /bowtie refuses, with the field named', () => {
  it.each([
    ['from', { to: '2026-04-01' }],
    ['to', { from: '2026-04-01' }],
    ['from', { ...days, from: '2026-02-30' }],
    ['from', { ...days, from: '2026-5-1' }],
    ['from', { ...days, from: '2026-01-01T00:00:00Z' }],
    ['from', { ...days, from: '2026-04-02' }],
    ['from', { ...days, from: '2026-04-02', clock: 'snapshot' }],
    ['from', { to: '2026-04-01', clock: 'snapshot' }],
    ['from', { ...days, from: ['2026-01-01', '2026-01-02'] }],
    ['clock', { ...days, clock: 'wall' }],
    ['rule', { ...days, rule: '' }],
    ['window_days', { ...days, window_days: '0' }],
    ['window_days', { ...days, window_days: '-3' }],
    ['window_days', { ...days, window_days: '1.5' }],
    ['window_days', { ...days, window_days: '' }],
    ['horizon_days', { ...days, horizon_days: '0' }],
    ['horizon_days', { ...days, horizon_days: 'NaN' }],
    ['as_of', { ...days, as_of: 'yesterday' }],
    ['as_of', { ...days, as_of: '2026-02-29' }],
    ['as_of', { ...days, as_of: '2026-05-01T00:00:00' }],
    ['by', { ...days, by: 'colour' }],
    ['by', { ...days, by: ['segment', 'channel'] }],
    ['compare', { ...days, compare: 'last' }],
    ['segment', { ...days, segment: 'huge' }],
    ['segment', { ...days, segment: 'small,huge' }],
    ['segment', { ...days, segment: 'Small' }],
    ['owner', { ...days, owner: 'nobody' }],
    ['product', { ...days, product: 'a\0b' }],
    ['motion', { ...days, motion: 'sideways' }],
    ['colour', { ...days, colour: 'red' }],
    ['From', { ...days, From: '2026-01-01' }],
    ['stage', { ...days, stage: 'mql' }],
  ] as const)('%s in %j', async (path, query) => {
    refused(await org.get('/bowtie', { ...query } as Record<string, string>), 400, path);
  });

  it.each([
    { segment: 'small' },
    { segment: 'key' },
    { segment: ['small', 'unknown'] },
    { channel: 'search,unknown' },
    { product: 'a\\, b' },
    { motion: 'expansion,renewal,new_business' },
    { pod: 'unknown' },
    { from: '2026-04-01' },
    { as_of: '9999-12-31' },
    { as_of: '2026-05-01T00:00:00.123456789+08:00' },
    { from: '0001-01-01', to: '9999-12-31', compare: 'year' },
    { from: '0001-01-01', to: '9999-12-31', compare: 'previous', by: 'segment' },
    { horizon_days: '0.5', window_days: '99999' },
  ])('but answers %j', async (query) => {
    const told = await org.get('/bowtie', { ...days, ...query });
    expect(told.status, JSON.stringify(told.body)).toBe(200);
  });
});

describe('GET /records refuses, with the field named', () => {
  it.each([
    ['stage', {}],
    ['stage', { stage: 'sal' }],
    ['stage', { stage: 'renewed' }],
    ['stage', { stage: 'nowhere' }],
    ['conversion', { stage: 'mql', conversion: 'mql>sql' }],
    ['conversion', { conversion: 'mql>won' }],
    ['conversion', { conversion: 'sql>sal' }],
    ['conversion', { conversion: 'mql' }],
    ['conversion', { conversion: 'mql>sql', clock: 'snapshot' }],
    ['outcome', { stage: 'mql', outcome: 'lost' }],
    ['outcome', { conversion: 'mql>sql', outcome: 'won' }],
    ['outcome', { conversion: 'mql>sql', outcome: 'lost', clock: 'period' }],
    ['movement', { movement: 'renewed' }],
    ['renewal', { renewal: 'advanced' }],
    ['renewal', { movement: 'new', renewal: 'due' }],
    ['outcome', { renewal: 'due', outcome: 'open' }],
    ['sort', { stage: 'mql', sort: 'age' }],
    ['limit', { stage: 'mql', limit: '501' }],
    ['limit', { stage: 'mql', limit: '0' }],
    ['cursor', { stage: 'mql', cursor: 'bm9uc2Vuc2U' }],
    ['segment', { stage: 'mql', segment: 'huge' }],
    ['colour', { stage: 'mql', colour: 'red' }],
  ] as const)('%s in %j', async (path, query) => {
    refused(await org.get('/records', { ...days, ...query } as Record<string, string>), 400, path);
    refused(await org.get('/records.csv', { ...days, ...query } as never), 400, path);
  });

  it('a cursor of another question', async () => {
    for (const n of [2, 3]) {
      const row = { event_id: `${n}`, record_id: `r${n}`, stage: 'mql' };
      const events = [{ ...row, occurred_at: '2026-01-05T09:00:00Z' }];
      await org.post('/events', { source: 'crm', events });
    }
    const first = await org.get('/records', { ...days, stage: 'mql', limit: 1 });
    const cursor = (first.body as { data: { next_cursor: string } }).data.next_cursor;
    const same = await org.get('/records', { ...days, stage: 'mql', limit: 1, cursor });
    expect(same.status).toBe(200);
    const other = { ...days, conversion: 'mql>sql', limit: 1, cursor };
    refused(await org.get('/records', other), 400, 'cursor');
  });
});

describe('GET /trend refuses, with the field named', () => {
  it.each([
    ['grain', { conversion: 'mql>sql' }],
    ['grain', { conversion: 'mql>sql', grain: 'year' }],
    ['grain', { conversion: 'mql>sql', grain: 'day', from: '1900-01-01' }],
    ['conversion', { grain: 'week' }],
    ['conversion', { grain: 'week', conversion: 'mql>sal' }],
    ['metric', { grain: 'week', metric: 'entries:sal' }],
    ['metric', { grain: 'week', metric: 'mood' }],
    ['metric', { grain: 'week', metric: 'entries:mql', conversion: 'mql>sql' }],
    ['clock', { grain: 'week', metric: 'entries:mql', clock: 'snapshot' }],
  ] as const)('%s in %j', async (path, query) => {
    refused(await org.get('/trend', { ...days, ...query } as Record<string, string>), 400, path);
  });
});

describe('GET /arr refuses, with the field named', () => {
  it.each([
    ['grain', {}],
    ['grain', { grain: 'year' }],
    ['clock', { grain: 'month', clock: 'cohort' }],
    ['from', { grain: 'month', from: '2026-05-01' }],
    ['segment', { grain: 'month', segment: 'huge' }],
  ] as const)('%s in %j', async (path, query) => {
    refused(await org.get('/arr', { ...days, ...query } as Record<string, string>), 400, path);
  });
});

describe('addresses and methods', () => {
  it('answers unknown addresses in the error shape', async () => {
    for (const path of [
      '/api/v1',
      '/api/v1/',
      '/api/v1/bow',
      '/api/v1/bowtie/x',
      '/api/v2/bowtie',
    ]) {
      refused(await api.request(path, {}), 404);
    }
    refused(await org.get('/records/none'), 404);
    refused(await org.get('/records/a%00b'), 404);
    refused(await org.get('/imports/none'), 404);
  });

  it('names the methods that an address takes', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST', 'OPTIONS']) {
      const told = await api.request('/api/v1/bowtie', { method });
      refused(told, 405);
      expect(told.headers.get('allow')).toBe('GET');
    }
  });

  it('never says what went wrong inside', async () => {
    const broken = await testApi({ ...db, pool: brokenPool() }, '2026-06-01T00:00:00Z');
    const told = await broken.request('/api/v1/bowtie', {
      headers: { authorization: `Bearer ${org.key}` },
    });
    refused(told, 500);
    expect(JSON.stringify(told.body)).not.toContain('secret');
    expect(broken.faults).toHaveLength(1);
  });
});

describe('bodies', () => {
  it('must be JSON in UTF-8', async () => {
    refused(await org.post('/events', '{'), 400);
    refused(await org.post('/events', ''), 400);
    refused(await org.post('/events', 'source=crm'), 400);
    refused(await org.post('/events', '[]'), 400);
    const plain = { 'content-type': 'text/plain' };
    expect((await org.post('/events', { source: 'crm', events: [] }, plain)).status).toBe(200);
    refused(await org.post('/events', { source: 'crm', events: [], more: 1 }), 400, 'more');
    refused(await org.post('/events', { source: 'crm', events: [{ colour: 'red' }] }), 400);
    const rows = Array.from({ length: 5001 }, () => ({}));
    refused(await org.post('/events', { source: 'crm', events: rows }), 413);
  });
});

function brokenPool(): never {
  const fail = async () => {
    throw new Error('secret');
  };
  return { connect: fail, query: fail, waitingCount: 0 } as never;
}
