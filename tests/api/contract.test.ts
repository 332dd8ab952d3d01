import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { bowtieAnswer } from '#lib/contract/bowtie.ts';
import { postAnswer } from '#lib/contract/ingest.ts';
import { RECORD_FIELDS, recordsAnswer } from '#lib/contract/records.ts';
import { orgsAnswer, settingsAnswer } from '#lib/contract/settings.ts';
import { timelineAnswer } from '#lib/contract/timeline.ts';
import { trendAnswer } from '#lib/contract/trend.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let org: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-06-01T00:00:00Z');
  org = await api.makeOrg({ order: { segment: ['small', 'mid'] } });
  const told = await org.post('/events', { source: 'crm', events: EVENTS });
  expect(told.status).toBe(207);
  expect(postAnswer.parse(told.body).data.accepted).toBe(6);
});
afterAll(() => db.close());

const EVENTS = [
  row('1', 'a', 'mql', '2026-01-05T09:00:00Z', { segment: '=cmd()', owner: '@ann' }),
  row('2', 'a', 'sal', '2026-01-09T09:00:00.250Z', { amount: '12000.5', currency: 'USD' }),
  row('2', 'a', 'sal', '2026-01-10T09:00:00Z', { amount: '9000', currency: 'USD' }, 1),
  row('3', 'b', 'mql', '2026-01-06T09:00:00Z', { segment: 'mid', channel: 'a "b",\nc' }),
  row('4', 'b', 'lost', '2026-02-06T09:00:00Z'),
  row('5', 'b', 'churned', '2026-03-06T09:00:00Z'),
  row('6', 'c', 'no such stage', '2026-03-06T09:00:00Z'),
];

function row(
  event_id: string,
  record_id: string,
  stage: string,
  occurred_at: string,
  more: object = {},
  version = 0,
) {
  return { event_id, record_id, stage, occurred_at, version, ...more };
}

const days = { from: '2026-01-01', to: '2026-04-01' };

async function told<S extends z.ZodType>(
  path: string,
  schema: S,
  query: Record<string, string | number> = {},
): Promise<z.output<S>> {
  const { status, body } = await org.get(path, query);
  expect(status, JSON.stringify(body)).toBe(200);
  return schema.parse(body);
}

describe('answers keep their contract', () => {
  it.each([
    {},
    { by: 'segment', compare: 'previous' },
    { clock: 'period', by: 'motion', compare: 'year' },
    { clock: 'snapshot', by: 'owner' },
    { rule: 'actual', window_days: 3, horizon_days: '2.5', segment: 'mid' },
    { as_of: '2026-01-09' },
  ])('GET /bowtie %j', async (query) => {
    const { meta } = await told('/bowtie', bowtieAnswer, { ...days, ...query } as never);
    expect(meta.org).toBe(org.org.slug);
  });

  it('says until when data goes, and the moment asked for', async () => {
    const all = await told('/bowtie', bowtieAnswer, days);
    expect(all.meta.data_through).toBe('2026-03-06T09:00:00Z');
    expect(all.meta.as_of).toBe('2026-06-01T00:00:00Z');
    const past = await told('/bowtie', bowtieAnswer, { ...days, as_of: '2026-01-05' });
    expect(past.meta).toMatchObject({
      as_of: '2026-01-05T23:59:59.999Z',
      data_through: '2026-01-05T09:00:00Z',
    });
    const before = await told('/bowtie', bowtieAnswer, { ...days, as_of: '2025-01-05' });
    expect(before.meta.data_through).toBeNull();
  });

  it('orders groups as the organization does', async () => {
    const { data } = await told('/bowtie', bowtieAnswer, { ...days, by: 'segment' });
    expect(data.groups.map((group) => group.key.segment)).toEqual(['mid', '=cmd()']);
  });

  it('GET /trend', async () => {
    for (const clock of ['cohort', 'period']) {
      const query = { ...days, grain: 'week', conversion: 'mql>sql', clock, by: 'segment' };
      const { data } = await told('/trend', trendAnswer, query);
      expect(data.total.points).toHaveLength(14);
      expect(data.total.points[0]).toMatchObject({ from: '2026-01-01', to: '2026-01-05' });
      expect(data.groups).toHaveLength(2);
    }
    const { data } = await told('/trend', trendAnswer, {
      ...{ ...days, grain: 'month', metric: 'entries:mql' },
    });
    expect(data.total.points.map((point) => point.value)).toEqual([2, 0, 0]);
  });

  it('GET /org, GET /orgs', async () => {
    const { data } = await told('/org', settingsAnswer);
    expect(data.values.segment).toEqual(['small', 'mid', '=cmd()', 'unknown']);
    expect(data.values.motion).toEqual(['expansion', 'new_business', 'renewal']);
    expect([data.first_event_at, data.last_event_at]).toEqual([
      '2026-01-05T09:00:00Z',
      '2026-03-06T09:00:00Z',
    ]);
    const headers = { host: 'localhost', 'sec-fetch-site': 'same-origin' };
    const orgs = await api.request('/api/v1/orgs', { headers });
    expect(orgsAnswer.parse(orgs.body).data.map((one) => one.slug)).toContain(org.org.slug);
  });

  it('GET /records/{record_id}: every event with both times, and what it made', async () => {
    const { data } = await told('/records/a', timelineAnswer);
    expect(data.events.map((one) => [one.event_id, one.version, one.superseded])).toEqual([
      ['1', 0, false],
      ['2', 0, true],
      ['2', 1, false],
    ]);
    expect(data.events[0]).toMatchObject({
      occurred_at: '2026-01-05T09:00:00Z',
      received_at: '2026-06-01T00:00:00Z',
      source: 'crm',
    });
    expect(data.entries.map((one) => [one.stage, one.rule, one.implied, one.outcome])).toEqual([
      ['prospect', 'implied', true, 'advanced'],
      ['mql', 'actual', false, 'open'],
      ['mql', 'implied', false, 'advanced'],
      ['sql', 'implied', true, 'advanced'],
      ['sal', 'both', false, 'open'],
    ]);
  });

  it('finds a record under any id', async () => {
    const odd = await api.makeOrg();
    for (const id of ['a/b', '50 % off?', 'ä #1&x=2', 'a+b', '%2F', '客户 1', 'records.csv']) {
      const event = { ...EVENTS[0], record_id: id, event_id: id };
      await odd.post('/events', { source: 'crm', events: [event] });
      const { status, body } = await odd.get(`/records/${encodeURIComponent(id)}`);
      expect([id, status]).toEqual([id, 200]);
      expect(timelineAnswer.parse(body).data.record_id).toBe(id);
    }
  });
});

describe('CSV', () => {
  it('has the rows of the JSON, with formulas neutralised', async () => {
    const query = { ...days, stage: 'mql', sort: '-entered_at' };
    const { data } = await told('/records', recordsAnswer, query);
    const csv = await org.get('/records.csv', query);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const wide = `b,,2026-01-06T09:00:00Z,false,lost,2026-02-06T09:00:00Z,,,mid,"a ""b"",\nc"`;
    expect(csv.body).toBe(
      [
        RECORD_FIELDS.join(','),
        `${wide},unknown,unknown,new_business,unknown,unknown,`,
        "a,,2026-01-05T09:00:00Z,false,advanced,2026-01-10T09:00:00Z,,,'=cmd(),unknown,'@ann" +
          ',unknown,new_business,unknown,unknown,',
        '',
      ].join('\r\n'),
    );
    expect(data.rows.map((one) => one.record_id)).toEqual(['b', 'a']);
    const asked = await org.get('/records', query, { accept: 'text/csv' });
    expect(asked.body).toBe(csv.body);
    const page = await org.get('/records', { ...query, limit: 1 }, { accept: 'text/csv' });
    expect(page.status).toBe(400);
  });

  it('of nothing is its header', async () => {
    const csv = await org.get('/records.csv', { ...days, stage: 'won' });
    expect(csv.body).toBe(`${RECORD_FIELDS.join(',')}\r\n`);
  });
});

describe('the OpenAPI document', () => {
  type Operation = { parameters?: { name: string }[]; responses: Record<string, object> };
  type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

  it('lists every address with its parameters and errors', async () => {
    const { body } = await api.request('/api/v1/openapi.json', {});
    const document = body as Document;
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path.replace('/api/v1', '')}`),
    );
    for (const known of [
      'get /bowtie',
      'get /records',
      'get /records/{record_id}',
      'get /trend',
      'post /events',
      'post /contracts',
      'post /accounts',
    ]) {
      expect(operations).toContain(known);
    }
    for (const methods of Object.values(document.paths)) {
      for (const [method, { responses, parameters }] of Object.entries(methods)) {
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '500']));
        const names = parameters?.map((one) => one.name) ?? [];
        expect(names.includes('Idempotency-Key')).toBe(method === 'post');
      }
    }
    const names = document.paths['/api/v1/bowtie']?.get?.parameters?.map((one) => one.name);
    expect(names).toEqual([
      ...['from', 'to', 'clock', 'rule', 'window_days', 'horizon_days', 'as_of', 'by'],
      ...['segment', 'channel', 'owner', 'pod', 'motion', 'product', 'region', 'compare'],
    ]);
  });

  it('answers every listed GET', async () => {
    const { body } = await api.request('/api/v1/openapi.json', {});
    for (const [path, methods] of Object.entries((body as Document).paths)) {
      if (!('get' in methods)) continue;
      const address = path.replace('/api/v1', '').replace(/\{.*?\}/, 'none');
      const { status } = await org.get(address);
      expect([200, 400, 403, 404], `${path} ${status}`).toContain(status);
    }
  });
});

describe('health', () => {
  it('tells life and readiness', async () => {
    expect((await api.request('/healthz', {})).status).toBe(200);
    expect((await api.request('/readyz', {})).status).toBe(200);
  });
});
