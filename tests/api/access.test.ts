import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKey } from '#lib/auth/keys.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';
const BOWTIE = '/api/v1/bowtie?from=2026-01-01&to=2026-04-01';

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let own: TestOrg;
let other: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, NOW);
  own = await api.makeOrg();
  other = await api.makeOrg();
  await own.post('/events', events('secret-record', 'secret-owner'));
});
afterAll(() => db.close());

function events(record_id: string, owner: string) {
  const row = { event_id: '1', stage: 'mql', occurred_at: '2026-01-05T09:00:00Z' };
  return { source: 'crm', events: [{ ...row, record_id, owner }] };
}

const asKey = (key: string) => ({ headers: { authorization: `Bearer ${key}` } });

describe('keys', () => {
  it('open their organization only', async () => {
    const mine = await own.get('/bowtie', { from: '2026-01-01', to: '2026-04-01' });
    const theirs = await other.get('/bowtie', { from: '2026-01-01', to: '2026-04-01' });
    expect(entries(mine.body)).toBe(1);
    expect(entries(theirs.body)).toBe(0);
    expect(JSON.stringify(theirs.body)).not.toContain(own.org.slug);
  });

  it('a foreign id and an absent one are the same', async () => {
    const foreign = await other.get('/records/secret-record');
    const absent = await other.get('/records/no-such-record');
    expect(foreign.status).toBe(404);
    expect(without(foreign.body)).toEqual(without(absent.body));
    const owner = { from: '2026-01-01', to: '2026-04-01', owner: 'secret-owner' };
    expect((await own.get('/bowtie', owner)).status).toBe(200);
    expect((await other.get('/bowtie', owner)).status).toBe(400);
  });

  it('cannot be pointed at another organization by the header of pages', async () => {
    const headers = { 'x-bowtie-org': own.org.slug };
    const told = await other.get('/bowtie', { from: '2026-01-01', to: '2026-04-01' }, headers);
    expect(entries(told.body)).toBe(0);
  });

  it('are refused when wrong, altered, expired or of another form', async () => {
    const altered = own.key.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const now = new Date(NOW);
    const expiresAt = new Date(now.getTime());
    const expired = await createKey(db.pool, own.org, ['read'], now, randomBytes, { expiresAt });
    const swapped = own.key.replace(/^bt_.{32}/, `bt_${other.org.id.replaceAll('-', '')}`);
    for (const key of [altered, expired.key, swapped, 'bt_', 'x', own.key.slice(0, -1)]) {
      const told = await api.request(BOWTIE, asKey(key));
      expect([told.status, key]).toEqual([401, key]);
    }
    const basic = { headers: { authorization: `Basic ${own.key}` } };
    expect((await api.request(BOWTIE, basic)).status).toBe(401);
    expect((await api.request(BOWTIE, {})).status).toBe(401);
  });

  it('do only what their scopes say', async () => {
    const reader = await api.makeOrg({}, ['read']);
    const sender = await api.makeOrg({}, ['ingest']);
    expect((await reader.post('/events', events('r', 'o'))).status).toBe(403);
    expect((await sender.post('/events', events('r', 'o'))).status).toBe(200);
    expect((await sender.get('/bowtie', { from: '2026-01-01', to: '2026-04-01' })).status).toBe(
      403,
    );
    expect((await reader.get('/orgs')).status).toBe(403);
  });

  it('are stored as a hash only', async () => {
    const { rows } = await db.owner.query('select api_key::text as text from api_key');
    expect(rows.length).toBeGreaterThan(1);
    const secret = own.key.slice(own.key.lastIndexOf('_') + 1);
    expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

describe('the page on this machine', () => {
  const page = { host: 'localhost:3000', 'sec-fetch-site': 'same-origin' };

  it('needs no key and names its organization', async () => {
    const headers = { ...page, 'x-bowtie-org': own.org.slug };
    const told = await api.request(BOWTIE, { headers });
    expect(entries(told.body)).toBe(1);
    const unknown = await api.request(BOWTIE, { headers: { ...page, 'x-bowtie-org': 'none' } });
    expect(unknown.status).toBe(404);
  });

  it.each([
    { host: 'evil.example', 'sec-fetch-site': 'same-origin' },
    { host: 'localhost.evil.example:3000', 'sec-fetch-site': 'same-origin' },
    { host: '127.0.0.1.evil.example', 'x-bowtie-org': 'a' },
    { ...page, 'sec-fetch-site': 'cross-site' },
    { ...page, 'sec-fetch-site': 'same-site' },
    { host: 'localhost:3000', origin: 'https://evil.example', 'x-bowtie-org': 'a' },
    { host: 'localhost:3000', origin: 'http://localhost:4000', 'x-bowtie-org': 'a' },
    { host: 'localhost:3000', origin: 'null', 'x-bowtie-org': 'a' },
  ])('another site is refused: %j', async (headers) => {
    expect((await api.request(BOWTIE, { headers: headers as HeadersInit })).status).toBe(403);
  });

  it('does not exist on a server that others can reach', async () => {
    const open = await testApi(db, NOW, false);
    const headers = { ...page, 'x-bowtie-org': own.org.slug };
    expect((await open.request(BOWTIE, { headers })).status).toBe(401);
    expect((await open.request(BOWTIE, asKey(own.key))).status).toBe(200);
  });

  it('creates and removes an organization with every row of it', async () => {
    const headers = { ...page, 'content-type': 'application/json' };
    const settings = { slug: 'mine', name: 'Mine', time_zone: 'Asia/Shanghai', currency: 'CNY' };
    const post = (body: object, more = {}) =>
      api.request('/api/v1/orgs', {
        method: 'POST',
        headers: { ...headers, ...more },
        body: JSON.stringify(body),
      });
    expect((await post({ ...settings, time_zone: 'Mars' })).status).toBe(400);
    const made = await post(settings, { 'idempotency-key': 'k1' });
    expect(made.status).toBe(201);
    expect((await post(settings, { 'idempotency-key': 'k1' })).status).toBe(201);
    expect((await post(settings)).status).toBe(409);

    const send = { ...headers, 'x-bowtie-org': 'mine' };
    const body = JSON.stringify(events('r', 'o'));
    await api.request('/api/v1/events', { method: 'POST', headers: send, body });
    const org = await db.owner.query<{ id: string }>("select id from org where slug = 'mine'");
    const remove = { method: 'DELETE', headers };
    expect((await api.request('/api/v1/orgs/mine', remove)).status).toBe(200);
    expect((await api.request('/api/v1/orgs/mine', remove)).status).toBe(404);
    const tables = await db.owner.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where column_name = 'org_id' and table_schema = 'public'`,
    );
    expect(tables.rows.length).toBeGreaterThan(10);
    for (const { name } of tables.rows) {
      const left = await db.owner.query(`select 1 from ${name} where org_id = $1`, [
        org.rows[0]?.id,
      ]);
      expect([name, left.rowCount]).toEqual([name, 0]);
    }
    expect(entries((await own.get('/bowtie', { from: '2026-01-01', to: '2026-04-01' })).body)).toBe(
      1,
    );
  });
});

describe('Idempotency-Key', () => {
  it('does the work once and repeats the answer', async () => {
    const org = await api.makeOrg();
    const key = { 'idempotency-key': 'once' };
    const first = await org.post('/events', events('r', 'o'), key);
    const again = await org.post('/events', events('r', 'o'), key);
    expect(first.body).toMatchObject({ data: { accepted: 1, duplicates: 0 } });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await org.post('/events', events('s', 'o'), key)).status).toBe(409);
    const plain = await org.post('/events', events('r', 'o'));
    expect(plain.body).toMatchObject({ data: { accepted: 0, duplicates: 1 } });
  });

  it('holds among calls at the same time, and per organization', async () => {
    const org = await api.makeOrg();
    const key = { 'idempotency-key': 'race' };
    const all = await Promise.all(
      Array.from({ length: 5 }, () => org.post('/events', events('r', 'o'), key)),
    );
    for (const told of all) expect(told.body).toMatchObject({ data: { accepted: 1 } });
    const stranger = await other.post('/events', events('x', 'o'), key);
    expect(stranger.body).toMatchObject({ data: { accepted: 1 } });
  });

  it('forgets a call that was refused', async () => {
    const org = await api.makeOrg();
    const key = { 'idempotency-key': 'second try' };
    expect((await org.post('/events', events('r', 'o'), key)).status).toBe(400);
    const good = { 'idempotency-key': 'try' };
    expect((await org.post('/events', { source: 'crm', events: [{ a: 1 }] }, good)).status).toBe(
      400,
    );
    expect((await org.post('/events', events('r', 'o'), good)).status).toBe(200);
  });
});

function entries(body: unknown): number {
  const { data } = body as { data: { total: { stages: { stage: string; entries: number }[] } } };
  return data.total.stages.find(({ stage }) => stage === 'mql')?.entries ?? -1;
}

function without(body: unknown) {
  const { error } = body as { error: { code: string; message: string } };
  return { code: error.code, message: error.message };
}
