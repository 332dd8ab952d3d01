import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BenchmarksAnswer } from '#lib/contract/benchmarks.ts';
import { benchmarksAnswer } from '#lib/contract/benchmarks.ts';
import { errorAnswer } from '#lib/contract/errors.ts';
import {
  agesAnswer,
  bottlenecksAnswer,
  changeAnswer,
  groupsAnswer,
  handOffsAnswer,
  stayAnswer,
} from '#lib/contract/stages.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let org: TestOrg;
let api: Awaited<ReturnType<typeof testApi>>;
const span = { from: '2026-01-01', to: '2026-04-01' };
const asked = { ...span, conversion: 'sal>won' };

function event(record: number, stage: string, day: number, amount?: string) {
  const at = new Date(Date.parse('2026-01-01') + day * 86_400_000).toISOString();
  const record_id = `r${record}`;
  const money = amount === undefined ? {} : { amount, currency: 'USD' };
  const pod = record % 2 === 0 ? 'north' : 'south';
  return { event_id: `${record_id}:${stage}`, record_id, stage, occurred_at: at, pod, ...money };
}

beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-06-01T00:00:00Z');
  org = await api.makeOrg({ stages: ['sql', 'sal', 'won'] });
  // 80 opportunities, all accepted after 2 days. Of the first 40 win 30, of those from 9 Feb 10.
  const events = Array.from({ length: 80 }, (_, i) => {
    const day = i < 40 ? i % 37 : i - 3;
    const wins = i < 40 ? i % 4 !== 0 : i % 4 === 0;
    const end = wins ? event(i, 'won', day + 12, '10000') : event(i, 'lost', day + 8);
    return [event(i, 'sql', day), event(i, 'sal', day + 2), end];
  });
  await org.post('/events', { source: 'crm', events: events.flat() });
});
afterAll(() => db.close());

describe('GET /stages/...', () => {
  it('answers in its contract', async () => {
    const ask = async (path: string, query: object) => {
      const told = await org.get(path, query as Record<string, string>);
      expect(told.status, JSON.stringify(told.body)).toBe(200);
      return told.body;
    };
    const ages = agesAnswer.parse(await ask('/stages/ages', asked));
    expect(ages.data.cohorts.map(({ base }) => base)).toEqual([32, 28, 20]);
    const stay = stayAnswer.parse(await ask('/stages/stay', asked));
    expect(stay.data).toMatchObject({ base: 80, advanced: 40, implied: 0, regressed: 0 });
    expect(stay.data.days.p50).toBe(10);
    const groups = groupsAnswer.parse(await ask('/stages/groups', { ...asked, by: 'pod' }));
    expect(groups.data.groups.map(({ key, base }) => [key.pod, base])).toEqual([
      ['north', 40],
      ['south', 40],
    ]);
    const hands = handOffsAnswer.parse(await ask('/stages/hand-offs', asked));
    expect(hands.data.pairs).toMatchObject([{ from: { role: 'unknown' }, advanced: 40 }]);
    const change = changeAnswer.parse(await ask('/stages/change', { ...asked, by: 'pod' }));
    expect(change.data.rate).toBeNull();
    expect(change.data.product?.after).toBe('400000.00');
  });

  it('ranks what a gap costs and finds the week of the break', async () => {
    const told = bottlenecksAnswer.parse((await org.get('/stages/bottlenecks', span)).body);
    const [first, second] = told.data.rows;
    expect(first).toMatchObject({
      from: 'sql',
      to: 'sal',
      rate: 1,
      changed: null,
      downstream: 0.5,
    });
    expect(second).toMatchObject({
      rate: 0.5,
      downstream: 1,
      amount_per_win: '10000.00',
      wins: 40,
    });
    // 80 entries in 90 days, from 50 % to the rate of the better pod.
    const pod = second?.targets.best_pod;
    const gain = (80 * ((pod?.rate ?? 0) - 0.5) * 365) / 90;
    expect(pod?.wins_a_year).toBeCloseTo(gain, 8);
    expect(second?.changed?.on).toBe('2026-02-09');
    expect(second?.changed?.after.rate).toBeLessThan(second?.changed?.before.rate ?? 0);
    expect(Number(second?.changed?.arr_a_year)).toBeGreaterThan(0);
  });

  it.each([
    ['conversion', '/stages/ages', span],
    ['conversion', '/stages/stay', { ...span, conversion: 'sql>won' }],
    ['clock', '/stages/stay', { ...asked, clock: 'period' }],
    ['by', '/stages/groups', asked],
    ['and', '/stages/groups', { ...asked, by: 'pod', and: 'pod' }],
    ['grain', '/stages/ages', { ...asked, grain: 'year' }],
    ['level', '/stages/hand-offs', { ...asked, level: 'team' }],
    ['compare', '/stages/change', { ...asked, compare: 'none' }],
    ['from', '/stages/bottlenecks', { ...span, from: '2026-05-01' }],
    ['pod', '/stages/bottlenecks', { ...span, pod: 'east' }],
  ])('refuses a wrong %s at %s', async (path, address, query) => {
    const told = await org.get(address, query);
    expect(told.status).toBe(400);
    const { error } = errorAnswer.parse(told.body);
    expect(error.issues?.map((issue) => issue.path)).toContain(path);
  });
});

describe('/benchmarks', () => {
  const send = (method: string, path: string, body?: object) =>
    api.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${org.key}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const won = (told: unknown): BenchmarksAnswer['data']['benchmarks'][number] | undefined =>
    benchmarksAnswer.parse(told).data.benchmarks.find((one) => one.conversion === 'sal>won');

  it('are published defaults until the organization says otherwise, dated', async () => {
    expect(won((await org.get('/benchmarks')).body)).toMatchObject({
      value: 0.2,
      source: 'public recreation',
      own: false,
      band: '$5-15k',
    });
    const own = { conversion: 'sal>won', value: 0.7, as_of: '2026-05-01', source: 'our board' };
    expect(won((await send('PUT', '/benchmarks', own)).body)).toMatchObject({ ...own, own: true });
    await send('PUT', '/benchmarks', { ...own, value: 0.9, as_of: '2026-07-01' });
    expect(won((await org.get('/benchmarks')).body)).toMatchObject({ value: 0.7 });
    const told = bottlenecksAnswer.parse((await org.get('/stages/bottlenecks', span)).body);
    expect(told.data.rows[1]?.targets.benchmark).toMatchObject({ rate: 0.7 });
    const past = { ...span, as_of: '2026-04-15' };
    const then = bottlenecksAnswer.parse((await org.get('/stages/bottlenecks', past)).body);
    expect(then.data.rows[1]?.targets.benchmark).toMatchObject({ rate: 0.2 });
    const removed = await send('DELETE', `/benchmarks/${encodeURIComponent('sal>won')}`);
    expect(won(removed.body)).toMatchObject({ value: 0.2, own: false });
  });

  it.each([
    ['value', { value: 1.2 }],
    ['as_of', { as_of: '2026-02-30' }],
    ['source', { source: ' ' }],
    ['conversion', { conversion: 'won>sal' }],
    ['colour', { colour: 'red' }],
  ])('refuse a wrong %s', async (path, wrong) => {
    const right = { conversion: 'sal>won', value: 0.7, as_of: '2026-05-01', source: 'us' };
    const told = await send('PUT', '/benchmarks', { ...right, ...wrong });
    expect(told.status).toBe(400);
    expect(errorAnswer.parse(told.body).error.issues?.map((issue) => issue.path)).toContain(path);
  });
});
