import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswer } from '#lib/contract/errors.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { LONG_RUN, SEED } from '#tests/support/faults/seeds.ts';
import { type TestOrg, type Told, testApi } from '#tests/support/testApi.ts';
import { changed, pathsOf } from '#tests/support/torture/changed.ts';
import { GOOD_BODIES } from '#tests/support/torture/goodBodies.ts';
import { HOSTILE_BODIES, HOSTILE_VALUES } from '#tests/support/torture/hostileBodies.ts';

let db: TestDatabase;
let org: TestOrg;
let api: Awaited<ReturnType<typeof testApi>>;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-06-01T00:00:00Z');
  org = await api.makeOrg();
});
afterAll(() => db.close());

type Parameter = { name: string; in: string };
type Operation = { requestBody?: { content: object }; parameters?: Parameter[] };
type Address = { method: string; path: string; operation: Operation };

async function addresses(): Promise<Address[]> {
  const { body } = await api.request('/api/v1/openapi.json', {});
  const { paths } = body as { paths: Record<string, Record<string, Operation>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
}

const filled = (path: string) => path.replace(/\{\w+\}/g, 'x').replace(/^(?!\/api)/, '/api/v1');

async function send(
  { method, path }: Pick<Address, 'method' | 'path'>,
  init: { body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> },
): Promise<Told> {
  const headers = {
    authorization: `Bearer ${org.key}`,
    'content-type': 'application/json',
    ...init.headers,
  };
  return api.request(path, {
    method,
    headers,
    ...(init.body === undefined ? {} : { body: init.body }),
  });
}

/** Never a fault of ours; a refusal always in the one shape of the API. */
function check(told: Told, what: string): void {
  const said = `${what}: ${JSON.stringify(told.body)?.slice(0, 300)}`;
  expect(told.status, said).toBeLessThan(500);
  if (told.status >= 400) expect(errorAnswer.safeParse(told.body).success, said).toBe(true);
  expect(api.faults, said).toEqual([]);
}

describe('every address that takes a body', () => {
  it('refuses or takes whatever comes, and never fails', { timeout: 120_000 }, async () => {
    const taking = (await addresses()).filter(({ operation }) => operation.requestBody);
    expect(taking.length).toBeGreaterThan(10);
    let sent = 0;
    for (const { method, path } of taking) {
      for (const { name, body, headers } of HOSTILE_BODIES) {
        // A header takes no letters beyond Latin; what cannot be sent needs no answer.
        const bytes = new Uint8Array(Buffer.from(body));
        const told = await send(
          { method, path: filled(path) },
          { body: bytes, ...(headers ? { headers } : {}) },
        );
        check(told, `${method} ${path} with ${name}`);
        sent += 1;
      }
    }
    expect(sent).toBeGreaterThan(500);
  });

  it('refuses a body that breaks off, one that is too large, and takes one in pieces', async () => {
    const piece = new TextEncoder().encode('{"source":"crm",');
    const stream = (pieces: Uint8Array[], fails: boolean) =>
      new ReadableStream({
        pull(controller) {
          const next = pieces.shift();
          if (next) controller.enqueue(next);
          else if (fails) controller.error(new TypeError('terminated'));
          else controller.close();
        },
      });
    const post = (body: ReadableStream) =>
      api.request('/api/v1/events', {
        method: 'POST',
        headers: { authorization: `Bearer ${org.key}`, 'content-type': 'application/json' },
        body,
        duplex: 'half',
      } as RequestInit);
    const rest = [...'"events":[]}'].map((letter) => new TextEncoder().encode(letter));
    expect((await post(stream([piece, ...rest], false))).status).toBe(200);
    const broken = await post(stream([piece], true));
    check(broken, 'a body that breaks off');
    expect(broken.status).toBe(400);
    const large = Array.from({ length: 33 }, () => new Uint8Array(1024 * 1024).fill(0x20));
    expect((await post(stream(large, false))).status).toBe(413);
    expect(api.faults).toEqual([]);
  });
});

describe(`a good body with some values changed (seed ${SEED})`, () => {
  for (const [path, body] of Object.entries(GOOD_BODIES)) {
    it(`POST ${path}`, { timeout: 300_000 }, async () => {
      const plain = await org.post(path, body);
      expect(plain.status, JSON.stringify(plain.body)).toBe(200);
      const places = pathsOf(body);
      const change = fc.tuple(fc.constantFrom(...places), fc.constantFrom(...HOSTILE_VALUES));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
          const told = await org.post(path, changed(body, changes));
          check(told, JSON.stringify(changes).slice(0, 300));
        }),
        { numRuns: LONG_RUN ? 3000 : 150, seed: SEED },
      );
    });
  }
});

describe('every question', () => {
  const VALUES = [
    ...[
      '',
      ' ',
      '0',
      '-1',
      '1e9',
      'NaN',
      'null',
      '%00',
      '\0',
      '\ud800',
      '9'.repeat(400),
      'x'.repeat(5000),
    ],
    ...[
      '2026-01-01',
      '2026-02-30',
      '0000-00-00',
      '9999-12-31',
      '+275760-09-13',
      '2026-01-01T00:00:00+99:99',
    ],
    ...[
      '__proto__',
      'constructor',
      'mql',
      'mql>sql',
      'segment',
      'a,b',
      ',',
      '\\',
      "'",
      '"',
      '[]',
      '{}',
      '$ne',
    ],
  ];
  it('answers or refuses whatever is asked', { timeout: 120_000 }, async () => {
    const asking = (await addresses()).filter(({ method }) => method === 'GET');
    let sent = 0;
    for (const { method, path, operation } of asking) {
      const names = (operation.parameters ?? []).flatMap((one) =>
        one.in === 'query' ? [one.name] : [],
      );
      const good: Record<string, string> = Object.fromEntries(
        Object.entries({
          from: '2026-01-01',
          to: '2026-04-01',
          grain: 'month',
          conversion: 'mql>sql',
          by: 'segment',
          on: '2026-01-01',
        }).filter(([name]) => names.includes(name)),
      );
      // Two odd values for each name, in turn, so that all meet all over the addresses.
      for (const [at, name] of [...names, 'colour', '__proto__'].entries()) {
        for (const value of LONG_RUN
          ? VALUES
          : [
              VALUES[(at * 5 + sent) % VALUES.length] ?? '',
              VALUES[(at * 7 + sent + 3) % VALUES.length] ?? '',
            ]) {
          const search = new URLSearchParams({ ...good, [name]: value.toWellFormed() });
          check(await send({ method, path: `${filled(path)}?${search}` }, {}), `${path}?${search}`);
          search.append(name, value.toWellFormed());
          check(await send({ method, path: `${filled(path)}?${search}` }, {}), `${path}?${search}`);
          sent += 2;
        }
      }
      for (const odd of [
        '%',
        '%ff',
        '%ed%a0%80',
        '%2e%2e%2f',
        '%00',
        encodeURIComponent('字'.repeat(600)),
      ]) {
        const place = path.replace(/\{\w+\}/g, odd).replace(/^(?!\/api)/, '/api/v1');
        check(await send({ method, path: place }, {}), place.slice(0, 100));
        check(await send({ method, path: `${filled(path)}?${odd}=${odd}` }, {}), `${path}?${odd}`);
        sent += 2;
      }
    }
    expect(sent).toBeGreaterThan(1000);
  });
});
