import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import { startWorker } from '#lib/jobs/startWorker.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';
const MAPPING = {
  columns: { event_id: 'id', record_id: 'deal', stage: 'stage', occurred_at: 'on' },
  stages: { 'Closed Won': 'won', Later: null },
};

let db: TestDatabase;
let dataDir: string;
let worker: { stop: () => Promise<void> };
const reported: unknown[] = [];
beforeAll(async () => {
  db = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'bowtie-uploads-'));
  const report = (error: unknown) => reported.push(error);
  worker = await startWorker({ pool: db.pool, url: db.url, now: () => new Date(NOW), report });
});
afterAll(async () => {
  await worker.stop();
  await db.close();
  await rm(dataDir, { recursive: true, force: true });
  expect(reported).toEqual([]);
});

function form(content: string | Buffer, fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'deals.csv');
  return data;
}

async function ended(org: TestOrg, id: string): Promise<ImportAnswer> {
  const read = async () => {
    const { body } = await org.get(`/imports/${id}`);
    const { data } = body as { data: ImportAnswer };
    expect(['queued', 'running']).not.toContain(data.status);
    return data;
  };
  return vi.waitFor(read, { timeout: 30_000, interval: 50 });
}

const CSV = `id,deal,stage,on
1,a,mql,2026-01-05
2,a,Closed Won,2026-02-05
3,b,Later,2026-02-05
4,=1+1,"no, stage",2026-02-05
1,a,mql,2026-01-05
`;

describe('POST /imports', async () => {
  it('runs a file to its end in the background and accounts for every row', async () => {
    const { makeOrg } = await testApi(db, NOW, true, dataDir);
    const org = await makeOrg();
    const fields = { kind: 'events', mapping: JSON.stringify(MAPPING) };
    const told = await org.send('/imports', form(gzipSync(CSV), fields));
    expect(told.status).toBe(202);
    const { data } = told.body as { data: { id: string; status: string } };
    expect(data.status).toBe('queued');
    const done = await ended(org, data.id);
    expect(done).toMatchObject({
      ...{ status: 'done', received: 5, accepted: 2, duplicates: 1, quarantined: 1, ignored: 1 },
      error: null,
    });
    expect(done.bytes).toBe(done.bytes_total);
    const rejects = await org.get(`/imports/${data.id}/rejects.csv`);
    expect(rejects.body).toBe(
      'id,deal,stage,on,line,code,message\r\n' +
        `4,'=1+1,"no, stage",2026-02-05,5,unknown_stage,"unknown stage 'no, stage'"\r\n`,
    );
    const event = { event_id: '9', record_id: 'a', stage: 'Closed Won', occurred_at: '2026-03-01' };
    const post = await org.post('/events', { source: 'crm', events: [event] });
    expect(post.body, 'the names of a mapping are the names of the organization').toMatchObject({
      data: { accepted: 1 },
    });
    const list = await org.get('/imports');
    expect(list.body).toMatchObject({ data: { imports: [{ id: data.id }] } });
  });

  it('refuses forms and files that cannot work, and leaves nothing on the disk', async () => {
    const { makeOrg } = await testApi(db, NOW, true, dataDir);
    const org = await makeOrg();
    const before = await readdir(join(dataDir, 'uploads'));
    const good = { kind: 'events', mapping: JSON.stringify(MAPPING) };
    const bad: [string | Buffer, Record<string, string>, RegExp][] = [
      ['', good, /empty/],
      ['\n\n  \n', good, /empty/],
      [Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), good, /ZIP archive or an Excel/],
      [Buffer.alloc(5000, 7), good, /binary/],
      ['x,y\n1,2\n', good, /no column "id"/],
      [gzipSync(CSV).subarray(0, 40), good, /gzip data is damaged/],
      [CSV, { ...good, kind: 'things' }, /kind/],
      [CSV, { ...good, colour: 'red' }, /colour/],
      [CSV, { ...good, time_zone: 'Mars/Base' }, /time zone/],
      [CSV, { ...good, encoding: 'klingon' }, /encoding/],
      [CSV, { kind: 'events' }, /mapping or a preset/],
      [CSV, { kind: 'events', mapping: '{"columns":{"deal":"id"}}' }, /no such field/],
      [CSV, { kind: 'events', mapping: '{' }, /not JSON/],
      [CSV, { kind: 'events', mapping: JSON.stringify({ stages: { 'a\0': 'won' } }) }, /NUL/],
    ];
    for (const [content, fields, reason] of bad) {
      const told = await org.send('/imports', form(content, fields));
      expect(told.status, String(reason)).toBe(400);
      const { error } = told.body as { error: { message: string } };
      expect(error.message).toMatch(reason);
    }
    expect(await readdir(join(dataDir, 'uploads'))).toEqual(before);
  });

  it('counts without keeping anything in a dry run', async () => {
    const { makeOrg } = await testApi(db, NOW, true, dataDir);
    const org = await makeOrg();
    const fields = { kind: 'events', mapping: JSON.stringify(MAPPING), dry_run: 'true' };
    const told = await org.send('/imports', form(CSV, fields));
    const { data } = told.body as { data: { id: string } };
    const done = await ended(org, data.id);
    expect(done).toMatchObject({ dry_run: true, received: 5, accepted: 2, duplicates: 1 });
    const kept = await db.owner.query('select from stage_event where org_id = $1', [org.org.id]);
    const maps = await db.owner.query('select from stage_map where org_id = $1', [org.org.id]);
    expect([kept.rowCount, maps.rowCount]).toEqual([0, 0]);
  });

  it('takes a mapping that comes as a file of its own', async () => {
    const { makeOrg } = await testApi(db, NOW, true, dataDir);
    const org = await makeOrg();
    const data = form(CSV, { kind: 'events', dry_run: 'true' });
    data.append('mapping', new Blob([JSON.stringify(MAPPING)]), 'mapping.json');
    const told = await org.send('/imports', data);
    expect(told.status).toBe(202);
    await ended(org, (told.body as { data: { id: string } }).data.id);
  });

  it('shows no import of another organization', async () => {
    const { makeOrg } = await testApi(db, NOW, true, dataDir);
    const [org, other] = [await makeOrg(), await makeOrg()];
    const fields = { kind: 'events', mapping: JSON.stringify(MAPPING), dry_run: '1' };
    const told = await org.send('/imports', form(CSV, fields));
    const { data } = told.body as { data: { id: string } };
    for (const path of [`/imports/${data.id}`, `/imports/${data.id}/rejects.csv`]) {
      expect((await other.get(path)).status).toBe(404);
    }
    expect((await other.post(`/imports/${data.id}/cancel`, '')).status).toBe(404);
    await ended(org, data.id);
  });
});
