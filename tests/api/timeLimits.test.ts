import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswer } from '#lib/contract/errors.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type Told, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';
const EVENT = { event_id: 'e1', record_id: 'r1', stage: 'mql', occurred_at: '2026-01-05' };
const QUESTION = { from: '2026-01-01', to: '2026-04-01' };

let db: TestDatabase;
const ends: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  db = await freshDatabase();
});
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});
afterAll(() => db.close());

/** The API over few connections, each of which waits only so many milliseconds. */
async function shortApi(limits: { statementMs?: number; lockMs?: number }) {
  const pool = createPool(db.url, { max: 2, connectMs: 500, ...limits });
  ends.push(() => pool.end());
  const api = await testApi({ ...db, pool }, NOW);
  return { pool, api, org: await api.makeOrg() };
}

/** Nobody else can look at a table until it is given free. */
async function hold(table: string): Promise<() => Promise<void>> {
  const client = await db.owner.connect();
  await client.query(`begin; lock table ${table} in access exclusive mode`);
  let held = true;
  const free = async () => {
    if (!held) return;
    held = false;
    await client.query('rollback');
    client.release();
  };
  ends.push(free);
  return free;
}

function expectLater(told: Told): void {
  expect(told.status).toBe(503);
  const { error } = errorAnswer.parse(told.body);
  expect(error.code).toBe('unavailable');
  expect(error.message).toContain('again');
  expect(told.headers.get('retry-after')).toBe('2');
}

describe.each([
  ['a lock that nobody gives free', { lockMs: 100, statementMs: 0 }],
  ['a statement that takes too long', { lockMs: 0, statementMs: 100 }],
])('%s', (_, limits) => {
  it('makes a question be asked again later, and costs no connection', async () => {
    const { pool, org } = await shortApi(limits);
    expect((await org.post('/events', { source: 'crm', events: [EVENT] })).status).toBe(200);
    const free = await hold('record_span');
    expectLater(await org.get('/bowtie', QUESTION));
    expectLater(await org.get('/stages/stay', { ...QUESTION, conversion: 'mql>sql' }));
    await free();
    expect((await org.get('/bowtie', QUESTION)).status).toBe(200);
    expect(pool.idleCount).toBe(pool.totalCount);
  });

  it('takes nothing of events that could not be written, and all of them when sent again', async () => {
    const { org } = await shortApi(limits);
    const free = await hold('stage_event');
    const headers = { 'idempotency-key': 'once' };
    const body = { source: 'crm', events: [EVENT] };
    expectLater(await org.post('/events', body, headers));
    await free();
    const told = await org.post('/events', body, headers);
    expect(told.status).toBe(200);
    expect(told.body).toMatchObject({ data: { accepted: 1 } });
    expect(told.headers.has('idempotent-replayed')).toBe(false);
  });

  it('leaves room for others: each is answered in time, and all of them afterwards', async () => {
    const { pool, api, org } = await shortApi(limits);
    const free = await hold('record_span');
    const asked = Array.from({ length: 30 }, (_, at) =>
      at % 3 === 0 ? org.get('/mappings') : org.get('/bowtie', QUESTION),
    );
    for (const told of await Promise.all(asked)) {
      if (told.status !== 200) expectLater(told);
    }
    expect((await org.get('/mappings')).status).toBe(200);
    await free();
    const again = await Promise.all(Array.from({ length: 10 }, () => org.get('/bowtie', QUESTION)));
    expect(again.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(pool.idleCount).toBe(pool.totalCount);
    // Told to whoever runs it, with the reason.
    expect(api.faults.length).toBeGreaterThan(0);
  });
});
