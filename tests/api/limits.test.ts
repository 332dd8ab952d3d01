import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAnswer } from '#lib/contract/errors.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type Told, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';
const MB = 1_048_576;

let db: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  db = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'bowtie-limits-'));
});
afterAll(async () => {
  await db.close();
  await rm(dataDir, { recursive: true, force: true });
});

const codeOf = (told: Told) => errorAnswer.parse(told.body).error.code;

function fileForm(bytes: number): FormData {
  const form = new FormData();
  const head = 'id,stage,on\nr1,mql,2026-01-05\n';
  const rows = 'r1,mql,2026-01-05\n'.repeat(Math.ceil(bytes / 18));
  form.append('kind', 'events');
  const columns = { record_id: 'id', stage: 'stage', occurred_at: 'on' };
  form.append('mapping', JSON.stringify({ columns }));
  form.append('file', new Blob([head, rows]), 'export.csv');
  return form;
}

describe('a key that asks too often', () => {
  it('is told to wait, how long, and may ask again then; other keys go on', async () => {
    const api = await testApi(db, NOW, true, dataDir, { ratePerSecond: 2 });
    const [org, other] = [await api.makeOrg(), await api.makeOrg()];
    const told: Told[] = [];
    for (let at = 0; at < 9; at += 1) told.push(await org.get('/imports'));
    expect(told.map(({ status }) => status)).toEqual([...Array(8).fill(200), 429]);
    expect(told[0]?.headers.get('ratelimit-limit')).toBe('8');
    expect(told[0]?.headers.get('ratelimit-remaining')).toBe('7');
    const last = told[8] as Told;
    expect(codeOf(last)).toBe('rate_limited');
    expect(last.headers.get('retry-after')).toBe('1');
    expect(last.headers.get('ratelimit-remaining')).toBe('0');
    expect(last.headers.get('ratelimit-reset')).toBe('4');
    expect((await other.get('/imports')).status).toBe(200);
    api.clock.now = new Date(api.clock.now.getTime() + 1000);
    expect((await org.get('/imports')).status).toBe(200);
  });

  it('is not the page of the product on its own machine', async () => {
    const api = await testApi(db, NOW, true, dataDir, { ratePerSecond: 1 });
    const { org } = await api.makeOrg();
    const headers = { host: 'localhost', 'x-bowtie-org': org.slug };
    for (let at = 0; at < 20; at += 1) {
      const told = await api.request('/api/v1/imports', { headers });
      expect(told.status).toBe(200);
      expect(told.headers.has('ratelimit-limit')).toBe(false);
    }
  });
});

describe('more requests than connections', () => {
  it('are refused with a time to come again once too many wait; nothing fails otherwise', async () => {
    const api = await testApi(db, NOW);
    const org = await api.makeOrg();
    const held = await Promise.all(
      Array.from({ length: db.pool.options.max }, () => db.pool.connect()),
    );
    const asked = Array.from({ length: 200 }, () => org.get('/imports'));
    const refused = await Promise.race(asked);
    expect(refused.status).toBe(503);
    expect(codeOf(refused)).toBe('unavailable');
    expect(refused.headers.get('retry-after')).toBe('2');
    expect(db.pool.waitingCount).toBeLessThanOrEqual(db.pool.options.max * 8);
    for (const client of held) client.release();
    const counts = new Map<number, number>();
    for (const { status } of await Promise.all(asked)) {
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([200, 503]);
    expect(counts.get(200)).toBeGreaterThanOrEqual(db.pool.options.max * 8);
    expect((await org.get('/imports')).status).toBe(200);
    // A line of the log for each would only add to the load.
    expect(api.faults).toEqual([]);
  });
});

describe('a disk that is nearly full', () => {
  it('takes no upload, and leaves nothing of it', async () => {
    const room = async () => 500 * MB;
    const api = await testApi(db, NOW, true, dataDir, { room });
    const org = await api.makeOrg();
    for (const path of ['/uploads', '/imports']) {
      const told = await org.send(path, fileForm(100));
      expect(told.status).toBe(507);
      expect(codeOf(told)).toBe('insufficient_storage');
    }
    expect(await readdir(join(dataDir, 'uploads'))).toEqual([]);
    expect((await org.get('/imports')).body).toMatchObject({ data: { imports: [] } });
  });

  it('takes no import of a file that would not fit once it is taken', async () => {
    const room = async () => 520 * MB;
    const api = await testApi(db, NOW, true, dataDir, { room });
    const org = await api.makeOrg();
    expect((await org.send('/imports', fileForm(100))).status).toBe(202);
    const told = await org.send('/imports', fileForm(3 * MB));
    expect(told.status).toBe(507);
  });
});

describe('a file that is too large', () => {
  const GIB = 1024 ** 3;
  const LINE = new TextEncoder().encode('r1,mql,2026-01-05\n'.repeat(3_641));

  /** A form that never ends, and how many pieces of it were taken. */
  function endless(api: Awaited<ReturnType<typeof testApi>>, key: string, says: string | null) {
    const encoder = new TextEncoder();
    const taken = { pieces: 0, cancelled: false };
    const head =
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n' +
      'Content-Type: text/csv\r\n\r\n';
    const body = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          controller.enqueue(taken.pieces === 0 ? encoder.encode(head) : LINE);
          taken.pieces += 1;
        },
        cancel: () => {
          taken.cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'multipart/form-data; boundary=x',
      ...(says === null ? {} : { 'content-length': says }),
    };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    return { taken, told: api.request('/api/v1/uploads', init) };
  }

  it('is refused by its length before any of it is read', async () => {
    const room = async () => 100_000 * GIB;
    const api = await testApi(db, NOW, true, dataDir, { room });
    const { key } = await api.makeOrg();
    const before = await readdir(join(dataDir, 'uploads'));
    const { taken, told } = endless(api, key, String(16 * GIB + 1));
    const answer = await told;
    expect(answer.status).toBe(413);
    expect(codeOf(answer)).toBe('too_large');
    expect(answer.body).toMatchObject({
      error: { message: expect.stringContaining('16 GiB') },
    });
    expect(taken.pieces).toBe(0);
    expect(await readdir(join(dataDir, 'uploads'))).toEqual(before);
  });

  it.each([
    ['says a smaller length', '1000'],
    ['says none', null],
  ])('is refused as soon as it has more, where it %s', async (_, says) => {
    const api = await testApi(db, NOW, true, dataDir, { uploadBytes: MB });
    const { key } = await api.makeOrg();
    const before = await readdir(join(dataDir, 'uploads'));
    const { taken, told } = endless(api, key, says);
    const answer = await told;
    expect(answer.status).toBe(413);
    expect(codeOf(answer)).toBe('too_large');
    // 64 KiB each: what is on its way when the limit is passed, and no more.
    expect(taken.pieces).toBeLessThan(32);
    expect(taken.cancelled).toBe(true);
    expect(await readdir(join(dataDir, 'uploads'))).toEqual(before);
    expect(api.faults).toEqual([]);
  });
});
