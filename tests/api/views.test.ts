import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ViewsAnswer, viewAnswer, viewsAnswer } from '#lib/contract/views.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
let org: TestOrg;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-05-01T12:00:00Z');
});
afterAll(() => db.close());
beforeEach(async () => {
  org = await api.makeOrg();
});

type Sent = { body?: object; cookie?: string; of?: TestOrg };

/** As the page of a browser asks, which may bring its cookie. */
function asPage(method: string, path: string, { body, cookie, of = org }: Sent = {}) {
  const headers: Record<string, string> = { host: 'localhost', 'x-bowtie-org': of.org.slug };
  if (cookie !== undefined) headers.cookie = cookie;
  const init = { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) };
  return api.request(`/api/v1${path}`, init);
}

function withKey(method: string, path: string, body?: object, of = org) {
  const headers = { authorization: `Bearer ${of.key}` };
  return api.request(`/api/v1${path}`, {
    ...{ method, headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
}

async function save(name: string, more: object = {}) {
  const told = await org.post('/views', { page: 'home', name, query: '', ...more });
  expect(told.status, JSON.stringify(told.body)).toBe(201);
  return viewAnswer.parse(told.body).data;
}

async function views(cookie?: string): Promise<ViewsAnswer['data']['views']> {
  const told = await asPage('GET', '/views', cookie === undefined ? {} : { cookie });
  return viewsAnswer.parse(told.body).data.views;
}

describe('saved views', () => {
  it('are shared in the organization, in the order of their names, and filtered by page', async () => {
    await save('mid market', { query: 'segment=mid&period=thisYear' });
    await save('  All   channels ');
    await save('Mid Market', { page: 'loop' });
    expect((await views()).map(({ page, name, query }) => [page, name, query])).toEqual([
      ['home', 'All channels', ''],
      ['home', 'mid market', 'period=thisYear&segment=mid'],
      ['loop', 'Mid Market', ''],
    ]);
    const { body } = await org.get('/views', { page: 'loop' });
    expect(viewsAnswer.parse(body).data.views).toHaveLength(1);
    const other = await api.makeOrg();
    expect(viewsAnswer.parse((await other.get('/views')).body).data.views).toEqual([]);
  });

  it('keep a query in one order, whatever it is written in', async () => {
    const one = await save('a', { query: '?segment=small,mid&channel=a%2Cb&by=pod' });
    expect(one.query).toBe('by=pod&channel=a%2Cb&segment=small%2Cmid');
    const same = await save('b', { query: 'by=pod&segment=small%2Cmid&channel=a,b' });
    expect(same.query).toBe(one.query);
  });

  it('are renamed and given another query; what is absent stays', async () => {
    const { id } = await save('a', { query: 'segment=mid' });
    api.clock.now = new Date('2026-05-02T00:00:00Z');
    const renamed = await withKey('PATCH', `/views/${id}`, { name: 'b' });
    expect(renamed.body).toMatchObject({
      data: { name: 'b', query: 'segment=mid', updated_at: '2026-05-02T00:00:00.000Z' },
    });
    const changed = await withKey('PATCH', `/views/${id}`, { query: 'segment=small' });
    expect(changed.body).toMatchObject({ data: { name: 'b', query: 'segment=small' } });
    expect((await withKey('PATCH', `/views/${id}`, {})).status).toBe(400);
    // its own name in another case is no clash
    expect((await withKey('PATCH', `/views/${id}`, { name: 'B' })).status).toBe(200);
  });

  it('refuse a name that another view of the page has, by whatever letters', async () => {
    await save('Ｑ1 board');
    const { id } = await save('other');
    const told = await org.post('/views', { page: 'home', name: 'q1 BOARD', query: '' });
    expect([told.status, told.body]).toMatchObject([
      409,
      { error: { code: 'conflict', issues: [{ path: 'name', message: 'is taken' }] } },
    ]);
    expect((await withKey('PATCH', `/views/${id}`, { name: 'Q1 board' })).status).toBe(409);
    expect((await org.post('/views', { page: 'loop', name: 'q1 board', query: '' })).status).toBe(
      201,
    );
  });

  it('take one of many equal names at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 6 }, () => org.post('/views', { page: 'home', name: 'x', query: '' })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it.each([
    { page: 'home', name: '   ', query: '' },
    { page: 'home', name: 'x'.repeat(81), query: '' },
    { page: 'home', name: 'a\0b', query: '' },
    { page: 'home', name: 'a\ud800', query: '' },
    { page: 'home', name: 'a', query: 'x'.repeat(4001) },
    { page: 'settings', name: 'a', query: '' },
    { page: 'home', query: '' },
    { page: 'home', name: 'a', query: '', by: 'me' },
  ])('refuse %j', async (body) => {
    expect((await org.post('/views', body)).status).toBe(400);
    expect(await views()).toEqual([]);
  });

  it('count the characters of a name, not their units', async () => {
    expect((await save('🎀'.repeat(80))).name).toHaveLength(160);
  });

  it('are saved once under an idempotency key', async () => {
    const body = { page: 'home', name: 'once', query: '' };
    const first = await org.post('/views', body, { 'idempotency-key': 'k1' });
    const again = await org.post('/views', body, { 'idempotency-key': 'k1' });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(await views()).toHaveLength(1);
  });

  it('go, with everybody who opened the page with them', async () => {
    const { id } = await save('gone');
    await asPage('PUT', `/views/${id}/default`);
    expect((await withKey('DELETE', `/views/${id}`)).status).toBe(200);
    for (const method of ['DELETE', 'PATCH'] as const) {
      const told = await withKey(
        method,
        `/views/${id}`,
        method === 'PATCH' ? { name: 'a' } : undefined,
      );
      expect(told.status).toBe(404);
    }
    const left = await db.owner.query('select 1 from view_default where view_id = $1', [id]);
    expect(left.rows).toEqual([]);
  });

  it('are out of reach of another organization, and of a key that may only read', async () => {
    const { id } = await save('ours');
    const other = await api.makeOrg();
    expect((await withKey('PATCH', `/views/${id}`, { name: 'mine' }, other)).status).toBe(404);
    expect((await withKey('DELETE', `/views/${id}`, undefined, other)).status).toBe(404);
    expect((await asPage('PUT', `/views/${id}/default`, { of: other })).status).toBe(404);
    const reader = await api.makeOrg({}, ['read']);
    const body = { page: 'home', name: 'a', query: '' };
    expect((await withKey('POST', '/views', body, reader)).status).toBe(403);
  });
});

describe('the default of a reader', () => {
  it('is one view of a page, of this browser only', async () => {
    const [a, b, loop] = [await save('a'), await save('b'), await save('c', { page: 'loop' })];
    const first = await asPage('PUT', `/views/${a.id}/default`);
    expect(first.body).toMatchObject({ data: { is_default: true } });
    const set = first.headers.get('set-cookie') ?? '';
    expect(set).toMatch(/^reader=[0-9a-f-]{36}; .*HttpOnly; SameSite=Lax/i);
    const cookie = set.split(';')[0] ?? '';
    await asPage('PUT', `/views/${loop.id}/default`, { cookie });
    await asPage('PUT', `/views/${b.id}/default`, { cookie });
    const defaults = async (of?: string) =>
      (await views(of)).filter((one) => one.is_default).map(({ name }) => name);
    expect(await defaults(cookie)).toEqual(['b', 'c']);
    expect(await defaults()).toEqual([]);
    expect(await defaults(`reader=${randomUUID()}`)).toEqual([]);
    // taking away a default that is none leaves the other
    await asPage('DELETE', `/views/${a.id}/default`, { cookie });
    expect(await defaults(cookie)).toEqual(['b', 'c']);
    const off = await asPage('DELETE', `/views/${b.id}/default`, { cookie });
    expect(off.body).toMatchObject({ data: { is_default: false } });
    expect(await defaults(cookie)).toEqual(['c']);
  });

  it('stays through a new name and a new query', async () => {
    const { id } = await save('a');
    const set = (await asPage('PUT', `/views/${id}/default`)).headers.get('set-cookie') ?? '';
    const cookie = set.split(';')[0] ?? '';
    const told = await asPage('PATCH', `/views/${id}`, { cookie, body: { name: 'z' } });
    expect(told.body).toMatchObject({ data: { name: 'z', is_default: true } });
  });

  it('is nothing that a key has, even with the cookie of a browser', async () => {
    const { id } = await save('a');
    expect((await withKey('PUT', `/views/${id}/default`)).status).toBe(403);
    const set = (await asPage('PUT', `/views/${id}/default`)).headers.get('set-cookie') ?? '';
    const { body } = await org.get('/views', {}, { cookie: set.split(';')[0] ?? '' });
    expect(viewsAnswer.parse(body).data.views[0]?.is_default).toBe(false);
  });

  it('takes a made-up cookie for none', async () => {
    const { id } = await save('a');
    const told = await asPage('PUT', `/views/${id}/default`, { cookie: "reader=x' or 1=1" });
    expect(told.headers.get('set-cookie')).toMatch(/^reader=[0-9a-f-]{36};/);
  });
});
