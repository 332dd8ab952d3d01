import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { testApi } from '#tests/support/testApi.ts';

type Story = {
  name: string;
  org: { time_zone: string; currency: string };
  now: string;
  posts: { post: string; source: string; rows: unknown[]; answer: Record<string, unknown> }[];
};

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await db.close();
});

const now = '2026-06-01T00:00:00Z';
const event = { event_id: '1', record_id: 'a', stage: 'mql', occurred_at: '2026-01-05T09:00:00Z' };

describe('POST /events, /contracts, /accounts', async () => {
  const file = await readFile('tests/support/cases/stories.json', 'utf8');
  const { stories } = JSON.parse(file) as { stories: Story[] };
  for (const story of stories) {
    it(`answers as the story says: ${story.name}`, async () => {
      const { makeOrg } = await testApi(db, story.now);
      const { time_zone, currency } = story.org;
      const org = await makeOrg({ time_zone, currency });
      for (const { post, source, rows, answer } of story.posts) {
        const told = await org.post(`/${post}`, { source, [post]: rows });
        expect(told.status).toBe(answer.quarantined === 0 ? 200 : 207);
        expect(told.body).toEqual({ data: { ignored: 0, ...answer } });
      }
    });
  }

  it('refuses faults of the envelope and unknown fields of any row, and takes nothing', async () => {
    const { makeOrg } = await testApi(db, now);
    const org = await makeOrg();
    const faulty = [
      { source: 'crm', events: [event, { ...event, event_id: '2', colour: 'red' }] },
      { source: 'crm', events: [event], more: 1 },
      { events: [event] },
      { source: '', events: [event] },
      { source: 'a\0b', events: [event] },
      { source: 'crm', events: [event, 'text'] },
      { source: 'crm', events: event },
      `{"source":"crm","events":[{"__proto__":{"event_id":"1"}}]}`,
    ];
    for (const body of faulty) expect((await org.post('/events', body)).status).toBe(400);
    const unknown = await org.post('/events', faulty[0]);
    expect(unknown.body).toMatchObject({
      error: { code: 'invalid_request', issues: [{ path: 'events.1.colour' }] },
    });
    const good = await org.post('/events', { source: 'crm', events: [event] });
    expect(good.body).toMatchObject({ data: { accepted: 1 } });
  });

  it('refuses more than 5,000 rows with 413 and takes 5,000', async () => {
    const { makeOrg } = await testApi(db, now);
    const org = await makeOrg();
    const events = Array.from({ length: 5001 }, (_, at) => ({ ...event, event_id: String(at) }));
    expect((await org.post('/events', { source: 'crm', events })).status).toBe(413);
    const told = await org.post('/events', { source: 'crm', events: events.slice(1) });
    expect(told.body).toMatchObject({ data: { received: 5000, accepted: 5000 } });
  });

  it('quarantines rows with missing, mistyped or bad values, each with its code', async () => {
    const { makeOrg } = await testApi(db, now);
    const org = await makeOrg();
    const bad: [Record<string, unknown>, string][] = [
      [{ record_id: undefined }, 'missing_field'],
      [{ record_id: null }, 'missing_field'],
      [{ record_id: '' }, 'missing_field'],
      [{ record_id: 7 }, 'bad_row'],
      [{ record_id: 'a\0b' }, 'bad_row'],
      [{ owner: '\ud800' }, 'bad_row'],
      [{ owner: 'x'.repeat(501) }, 'bad_row'],
      [{ version: 1.5 }, 'bad_row'],
      [{ version: -1 }, 'bad_row'],
      [{ version: '1' }, 'bad_row'],
      [{ motion: 'sideways' }, 'bad_row'],
      [{ stage: 'closed' }, 'unknown_stage'],
      [{ stage: 5 }, 'unknown_stage'],
      [{ stage: null }, 'missing_field'],
      [{ occurred_at: 1767603600 }, 'invalid_date'],
      [{ occurred_at: '05.01.2026' }, 'invalid_date'],
      [{ occurred_at: '2026-01-05T24:00:00Z' }, 'invalid_date'],
      [{ occurred_at: '1999-12-31T23:59:59.999Z' }, 'too_old'],
      [{ occurred_at: '2026-06-01T00:10:00.001Z' }, 'future_date'],
      [{ amount: 12, currency: 'USD' }, 'invalid_amount'],
      [{ amount: '1,000', currency: 'USD' }, 'invalid_amount'],
      [{ amount: '1E5', currency: 'USD' }, 'invalid_amount'],
      [{ amount: '12', currency: 'DOLLAR' }, 'invalid_currency'],
      [{ close_date: '2026-13-01' }, 'invalid_date'],
    ];
    const events = bad.map(([change]) => ({ ...event, ...change }));
    const told = await org.post('/events', { source: 'crm', events });
    expect(told.status).toBe(207);
    const { data } = told.body as { data: { rows: { code: string }[]; quarantined: number } };
    expect(data.rows.map((row) => row.code)).toEqual(bad.map(([, code]) => code));
    expect(data.quarantined).toBe(bad.length);
    const kept = await db.owner.query(
      `select raw #>> '{}' as raw from quarantine where org_id = $1 order by line`,
      [org.org.id],
    );
    expect(kept.rows.map((row) => JSON.parse(row.raw))).toEqual(JSON.parse(JSON.stringify(events)));
  });

  it('survives what is nested as deep as a body can be', async () => {
    const { makeOrg, faults } = await testApi(db, now);
    const org = await makeOrg();
    for (const depth of [10_000, 1_000_000]) {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const told = await org.post('/events', `{"source":"crm","events":[{"event_id":${deep}}]}`);
      expect(told.status).toBe(207);
      const whole = await org.post('/events', deep);
      expect(whole.status).toBe(400);
    }
    expect(faults).toEqual([]);
  });

  it('takes the edges: ten minutes ahead, 2000-01-01, 30 digits, an instant with zone', async () => {
    const { makeOrg } = await testApi(db, now);
    const org = await makeOrg();
    const good = [
      { occurred_at: '2026-06-01T00:10:00Z' },
      { occurred_at: '2000-01-01T00:00:00Z' },
      { occurred_at: '2026-01-05T09:00:00.123456789+05:30' },
      { amount: '9'.repeat(30), currency: 'USD' },
      { amount: '-12.50' },
      { version: 9007199254740991 },
      { segment: 'unknown', motion: 'unknown' },
      { record_id: '漢'.repeat(500), account_id: '漢'.repeat(500), segment: '漢'.repeat(500) },
      { source: '漢'.repeat(200) },
    ];
    const events = good.map((change, at) => ({
      ...event,
      ...change,
      event_id: `${at}${'漢'.repeat(499)}`,
    }));
    const told = await org.post('/events', { source: 'crm', events });
    expect(told.body).toMatchObject({ data: { accepted: good.length, rows: [] } });
  });
});
