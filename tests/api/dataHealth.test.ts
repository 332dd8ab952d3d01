import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DataHealth, dataHealthAnswer } from '#lib/contract/dataHealth.ts';
import { recordsAnswer } from '#lib/contract/records.ts';
import { FAULTS } from '#lib/contract/vocabulary.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let org: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-03-01T00:00:00Z');
  org = await api.makeOrg({ stages: ['mql', 'sql', 'sal', 'won'], time_zone: 'Asia/Shanghai' });
  await org.post('/events', { source: 'crm', events: HISTORY });
  api.clock.now = new Date(NOW);
  await org.post('/events', { source: 'crm', events: LATER });
  await org.post('/accounts', { source: 'erp', accounts: [{ account_id: 'a' }] });
});
afterAll(() => db.close());

let id = 0;
function event(record_id: string, stage: string, occurred_at: string, more: object = {}) {
  id += 1;
  return { event_id: `e${id}`, record_id, stage, occurred_at, owner: 'ann', ...more };
}
const bare = { owner: undefined };
const HISTORY = [
  // mql and sql on one day in Shanghai, two in UTC
  event('a', 'mql', '2026-01-04T17:00:00Z'),
  event('a', 'sql', '2026-01-05T15:00:00Z'),
  event('a', 'sal', '2026-01-09T00:00:00Z', { amount: '10', currency: 'USD' }),
  // sql was skipped, nobody owns it, it is worth nothing
  event('b', 'mql', '2026-01-06T00:00:00Z', bare),
  event('b', 'sal', '2026-01-07T00:00:00Z', bare),
  // won is dated before the first mql
  event('c', 'won', '2026-01-08T00:00:00Z', { amount: '10', currency: 'USD' }),
  event('c', 'mql', '2026-01-20T00:00:00Z'),
  { ...event('d', 'mql', '2026-01-06T00:00:00Z'), stage: 'Nothing' },
];
const LATER = [
  event('e', 'mql', '2026-05-31T00:00:00Z'),
  event('f', 'mql', '2026-05-30T23:59:59Z'),
  event('f', 'mql', '2026-05-30T23:59:59Z', { event_id: 'e10' }),
];

async function health(query: Record<string, string> = {}): Promise<DataHealth> {
  const { status, body } = await org.get('/data-health', query);
  expect(status, JSON.stringify(body)).toBe(200);
  return dataHealthAnswer.parse(body).data;
}

describe('GET /data-health', () => {
  it('accounts for every row of every source, and says how fresh it is', async () => {
    const { sources, total, late_hours } = await health();
    expect(late_hours).toBe(24);
    expect(sources).toEqual([
      {
        ...{ source: 'crm', kind: 'events', received: 11, accepted: 9, duplicates: 1 },
        ...{ quarantined: 1, ignored: 0, last_arrival_at: '2026-06-01T00:00:00.000Z' },
        ...{ last_event_at: '2026-05-31T00:00:00.000Z', since_first: 2, late: 1 },
      },
      {
        ...{ source: 'erp', kind: 'accounts', received: 1, accepted: 1, duplicates: 0 },
        ...{ quarantined: 0, ignored: 0, last_arrival_at: '2026-06-01T00:00:00.000Z' },
        ...{ last_event_at: null, since_first: null, late: null },
      },
    ]);
    expect(total).toEqual({
      received: 12,
      accepted: 10,
      duplicates: 1,
      quarantined: 1,
      ignored: 0,
    });
  });

  it('weighs the evidence of each stage, hand-counted', async () => {
    const { stages, from, to } = await health();
    expect([from, to]).toEqual(['2025-06-02', '2026-06-02']);
    const none = { skipped: 0, backdated: 0, ownerless: 0, amountless: 0 };
    expect(stages).toMatchObject([
      { ...none, stage: 'mql', entries: 5, skipped: 1, backdated: 1, ownerless: 1, amountless: 4 },
      { ...none, stage: 'sql', entries: 3, skipped: 2, pairs: 1, ownerless: 1, amountless: 2 },
      { ...none, stage: 'sal', entries: 3, skipped: 1, ownerless: 1, amountless: 1 },
      { ...none, stage: 'won', entries: 1 },
    ]);
    expect(stages.map(({ sound, amount_due, state }) => [sound, amount_due, state])).toEqual([
      [3, false, 'few'],
      [1, false, 'few'],
      [1, true, 'few'],
      [1, true, 'few'],
    ]);
    expect(stages[0]).toMatchObject({ pairs: 1, same_day: 1 });
  });

  it('opens exactly the records that it counts', async () => {
    const { stages, from, to } = await health();
    for (const one of stages) {
      for (const fault of FAULTS) {
        const { stage } = one;
        const told = await org.get('/records', { stage, fault, from, to });
        const { rows } = recordsAnswer.parse(told.body).data;
        expect(rows.length, `${stage} ${fault}`).toBe(one[fault]);
      }
    }
    const refused = await org.get('/records', {
      conversion: 'mql>sql',
      fault: 'skipped',
      from,
      to,
    });
    expect(refused.status).toBe(400);
  });

  it('counts only entries of the span asked for', async () => {
    const { stages } = await health({ from: '2026-05-01', to: '2026-06-01' });
    expect(stages.map(({ entries }) => entries)).toEqual([2, 0, 0, 0]);
    expect((await org.get('/data-health', { from: '2026-05-01' })).status).toBe(400);
    const turned = await org.get('/data-health', { from: '2026-05-02', to: '2026-05-01' });
    expect(turned.status).toBe(400);
  });

  it('answers for an organization without data', async () => {
    const empty = await api.makeOrg();
    const { body } = await empty.get('/data-health');
    const { data } = dataHealthAnswer.parse(body);
    expect(data).toMatchObject({ sources: [], total: { received: 0 }, first: null });
    expect(new Set(data.stages.map(({ state }) => state))).toEqual(new Set(['none']));
  });
});
