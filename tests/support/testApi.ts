import { randomBytes, randomUUID } from 'node:crypto';
import { createApi } from '#lib/api/app.ts';
import type { ApiDeps } from '#lib/api/context.ts';
import { createKey, type Scope } from '#lib/auth/keys.ts';
import type { OrgInput } from '#lib/contract/orgInput.ts';
import { createOrg, type Org } from '#lib/store/orgs.ts';
import type { TestDatabase } from './database.ts';

type Query = Record<string, string | number | string[]>;
export type Told = { status: number; body: unknown; headers: Headers };

export type TestOrg = {
  org: Org;
  key: string;
  get: (path: string, query?: Query, headers?: Record<string, string>) => Promise<Told>;
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Told>;
  /** Sends a form, for example with a file in it. */
  send: (path: string, form: FormData) => Promise<Told>;
};

/** The API over a test database, at a fixed time, with an organization and its key. */
export async function testApi(
  db: TestDatabase,
  now: string,
  local = true,
  dataDir = '/nowhere',
  limits: Pick<ApiDeps, 'ratePerSecond' | 'room' | 'uploadBytes'> = {},
) {
  const faults: unknown[] = [];
  const clock = { now: new Date(now) };
  const api = createApi({
    pool: db.pool,
    now: () => clock.now,
    newId: randomUUID,
    local,
    dataDir,
    report: ({ error }) => faults.push(error),
    ...limits,
  });

  async function request(path: string, init: RequestInit): Promise<Told> {
    const answer = await api.request(`http://localhost${path}`, init);
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    return {
      status: answer.status,
      body: isJson ? JSON.parse(text) : text,
      headers: answer.headers,
    };
  }

  async function makeOrg(
    settings: Partial<OrgInput> = {},
    scopes: readonly Scope[] = ['read', 'ingest'],
  ): Promise<TestOrg> {
    const slug = `org-${randomBytes(6).toString('hex')}`;
    const input = { slug, name: slug, time_zone: 'UTC', currency: 'USD', ...settings };
    const org = await createOrg(db.pool, input, { id: randomUUID(), now: clock.now });
    const { key } = await createKey(db.pool, org, scopes, clock.now, randomBytes);
    const auth = { authorization: `Bearer ${key}` };
    return {
      org,
      key,
      get: (path, query = {}, headers = {}) =>
        request(`/api/v1${path}${toSearch(query)}`, { headers: { ...auth, ...headers } }),
      send: (path, form) =>
        request(`/api/v1${path}`, { method: 'POST', headers: auth, body: form }),
      post: (path, body, headers = {}) =>
        request(`/api/v1${path}`, {
          method: 'POST',
          headers: { ...auth, 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
    };
  }

  return { api, request, makeOrg, clock, faults };
}

export function toSearch(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search.size === 0 ? '' : `?${search}`;
}
