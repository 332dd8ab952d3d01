import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postAnswer } from '#lib/contract/ingest.ts';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { createRandom } from '#prisma/sample/random.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { toldPool } from '#tests/support/faults/toldPool.ts';
import { type TestOrg, type Told, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';
const STAGES = ['mql', 'sql', 'sal', 'won', 'nonsense'];

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

type Event = Record<string, string>;

function event(id: string, index: number): Event {
  const day = String(1 + (index % 28)).padStart(2, '0');
  const stage = STAGES[index % STAGES.length] ?? '';
  return { event_id: id, record_id: `r${index % 9}`, stage, occurred_at: `2026-01-${day}` };
}

const post = (org: TestOrg, events: Event[], key?: string): Promise<Told> =>
  org.post('/events', { source: 'crm', events }, key ? { 'idempotency-key': key } : {});

const dataOf = (told: Told) => postAnswer.parse(told.body).data;

async function countFacts(org: TestOrg): Promise<number> {
  const found = await db.owner.query(
    'select count(*)::int as n from stage_event where org_id = $1',
    [org.org.id],
  );
  return found.rows[0].n;
}

describe('calls that come together', () => {
  it('are each told their own, with their own row numbers; nothing is twice', async () => {
    const api = await testApi(db, NOW);
    const org = await api.makeOrg();
    const random = createRandom(5);
    const bodies = Array.from({ length: 36 }, (_, at) =>
      Array.from({ length: random.whole(1, 6) }, (__, row) => {
        const index = at * 10 + row;
        return event(random.chance(0.2) ? 'again' : `e${index}`, index);
      }),
    );
    const told = await Promise.all(bodies.map((events) => post(org, events)));
    let accepted = 0;
    for (const [at, one] of told.entries()) {
      const data = dataOf(one);
      const events = bodies[at] ?? [];
      const bad = events.flatMap(({ stage }, row) => (stage === 'nonsense' ? [row] : []));
      const held = data.rows.filter((row) => row.status === 'quarantined');
      expect(held.map((row) => row.index)).toEqual(bad);
      expect(one.status).toBe(bad.length > 0 ? 207 : 200);
      expect(data.accepted + data.duplicates + data.quarantined).toBe(events.length);
      accepted += data.accepted;
    }
    expect(await countFacts(org)).toBe(accepted);
    expect((await checkDerived(db.pool, org.org.id)).differing).toEqual([]);
    const again = await Promise.all(bodies.map((events) => post(org, events)));
    expect(again.reduce((sum, one) => sum + dataOf(one).accepted, 0)).toBe(0);
    expect(await countFacts(org)).toBe(accepted);
  });

  it('of many rows are read while others are written, and taken once each', async () => {
    const api = await testApi(db, NOW);
    const org = await api.makeOrg();
    const many = (at: number) =>
      Array.from({ length: 300 }, (_, row) => event(`m${at * 150 + row}`, (at * 150 + row) * 5));
    const told = await Promise.all(Array.from({ length: 8 }, (_, at) => post(org, many(at))));
    expect(told.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const accepted = told.reduce((sum, one) => sum + dataOf(one).accepted, 0);
    expect(accepted).toBe(7 * 150 + 300);
    expect(await countFacts(org)).toBe(accepted);
    expect((await checkDerived(db.pool, org.org.id)).differing).toEqual([]);
  });

  it('do the work of one key once, also when it comes many times at once', async () => {
    const api = await testApi(db, NOW);
    const org = await api.makeOrg();
    const calls = Array.from({ length: 40 }, (_, at) => {
      const key = `key-${at % 4}`;
      return post(org, [event(`k${at % 4}`, at % 4)], key);
    });
    const told = await Promise.all(calls);
    expect(told.map(({ status }) => status)).toEqual(Array(40).fill(200));
    expect(told.map((one) => dataOf(one).accepted)).toEqual(Array(40).fill(1));
    const replays = told.filter(({ headers }) => headers.get('idempotent-replayed') === 'true');
    expect(replays).toHaveLength(36);
    expect(await countFacts(org)).toBe(4);
    const others = await Promise.all([
      post(org, [event('x', 7)], 'key-0'),
      post(org, [event('y', 8)]),
    ]);
    expect(others.map(({ status }) => status)).toEqual([409, 200]);
  });

  it('are tried alone when they fail together, and only the one at fault is refused', async () => {
    let failures = 0;
    const pool = toldPool(db.pool, ({ text, when }) => {
      if (when === 'before' && /insert into stage_event/.test(text) && failures < 2) {
        failures += 1;
        throw Object.assign(new Error('cut'), { code: 'ECONNRESET' });
      }
    });
    const api = await testApi({ ...db, pool }, NOW);
    const org = await api.makeOrg();
    const first = post(org, [event('first', 0)]);
    const rest = Array.from({ length: 10 }, (_, at) => post(org, [event(`f${at}`, at % 4)]));
    const told = await Promise.all([first, ...rest]);
    const statuses = told.map(({ status }) => status);
    expect(statuses.filter((status) => status === 503).length).toBeLessThanOrEqual(1);
    const good = statuses.filter((status) => status === 200).length;
    expect(await countFacts(org)).toBe(good);
    expect((await checkDerived(db.pool, org.org.id)).differing).toEqual([]);
  });
});
