import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { heldAnswer } from '#lib/contract/heldRows.ts';
import { mappingBody } from '#lib/contract/ingest.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';
const CSV = ['id,stage,on', '1,won,2026-01-05', '2,Angebot,2026-01-05', '3,won,gestern'];
const MORE = Array.from({ length: 7 }, (_, at) => `${at + 10},"Ange, bot ""x""",2026-01-05`);

let db: TestDatabase;
let folder: string;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-held-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function importInto({ org }: TestOrg, dryRun = false) {
  const path = join(folder, 'deals.csv');
  await writeFile(path, [...CSV, ...MORE].join('\n'));
  const columns = { record_id: 'id', stage: 'stage', occurred_at: 'on' };
  const mapping = mappingBody.parse({ columns });
  const times = { now: () => new Date(NOW), newId: randomUUID };
  return runImport(db.pool, org, { kind: 'events', path, mapping, dryRun, ...times });
}

it('tells what was held back by code, the most frequent first, five rows of each', async () => {
  const org = await (await testApi(db, NOW)).makeOrg();
  const { id, quarantined } = await importInto(org);
  const told = await org.get(`/imports/${id}/held`);
  const { codes } = heldAnswer.parse(told.body).data;
  expect(codes.map(({ code, count, rows }) => [code, count, rows.length])).toEqual([
    ['unknown_stage', 8, 5],
    ['invalid_date', 1, 1],
  ]);
  expect(codes.reduce((sum, { count }) => sum + count, 0)).toBe(quarantined);
  expect(codes[0]?.rows[1]).toMatchObject({
    line: 5,
    cells: ['10', 'Ange, bot "x"', '2026-01-05'],
  });
});

it('a check keeps no rows; its warnings say the same counts', async () => {
  const org = await (await testApi(db, NOW)).makeOrg();
  const { id, warnings } = await importInto(org, true);
  expect(warnings).toEqual([
    { code: 'unknown_stage', count: 8 },
    { code: 'invalid_date', count: 1 },
  ]);
  expect((await org.get(`/imports/${id}/held`)).body).toEqual({ data: { codes: [] } });
});

it('shows nothing of another organization', async () => {
  const api = await testApi(db, NOW);
  const { id } = await importInto(await api.makeOrg());
  const stranger = await api.makeOrg();
  expect((await stranger.get(`/imports/${id}/held`)).status).toBe(404);
  expect((await stranger.get(`/imports/${randomUUID()}/held`)).status).toBe(404);
  expect((await stranger.get('/imports/x/held')).status).toBe(404);
});
