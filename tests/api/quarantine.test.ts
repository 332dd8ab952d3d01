import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mappingBody } from '#lib/contract/ingest.ts';
import type { QuarantinedRow } from '#lib/contract/quarantine.ts';
import { runImport } from '#lib/ingest/runImport.ts';
import { findImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import * as heldDesk from '#tests/support/heldDesk.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';
const LATER = '2026-06-09T12:00:00Z';

let db: TestDatabase;
let folder: string;
let api: Awaited<ReturnType<typeof testApi>>;
beforeAll(async () => {
  db = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'bowtie-quarantine-'));
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function makeOrg() {
  api = await testApi(db, NOW);
  return api.makeOrg();
}

async function importFile({ org }: TestOrg, lines: string[], given: object = {}) {
  const path = join(folder, `${randomUUID()}.csv`);
  await writeFile(path, `id,stage,on\n${lines.join('\n')}\n`);
  const columns = { record_id: 'id', stage: 'stage', occurred_at: 'on' };
  const mapping = mappingBody.parse({ columns, ...given });
  const times = { now: () => api.clock.now, newId: randomUUID };
  return runImport(db.pool, org, { kind: 'events', path, mapping, ...times });
}

const edit = (org: TestOrg, row: QuarantinedRow | undefined, cells: object) =>
  heldDesk.edit(api, org, row, cells);
const change = (org: TestOrg, method: string, path: string, body: object) =>
  heldDesk.change(api, org, method, path, body);
const stagesOf = (org: TestOrg) => heldDesk.directStages(db, org);
const holds = (org: TestOrg) => heldDesk.addsUp(db, org);
const { held, replay } = heldDesk;

const event = (event_id: string, record_id: string, stage: string, more: object = {}) => ({
  ...{ event_id, record_id, stage, occurred_at: '2026-01-05T09:00:00Z' },
  ...more,
});

describe('the quarantine', () => {
  it('shows the rows of all files and calls in one place, by code, source and import', async () => {
    const org = await makeOrg();
    const { id } = await importFile(org, [
      '1,Angebot,2026-01-05',
      '2,won,gestern',
      '3,won,2026-01-05',
    ]);
    const calls = [
      event('e1', 'r1', 'Proposal'),
      event('e2', 'r1', 'Proposal'),
      event('e3', '', 'mql'),
    ];
    await org.post('/events', { source: 'crm', events: calls });
    const all = await held(org);
    expect(all).toMatchObject({ total: 5, count: 5, released: 0, next_cursor: null });
    expect(all.codes).toEqual([
      { code: 'unknown_stage', count: 3 },
      { code: 'invalid_date', count: 1 },
      { code: 'missing_field', count: 1 },
    ]);
    expect(all.sources).toEqual([
      { source: 'crm', count: 3 },
      { source: 'file', count: 2 },
    ]);
    expect(all.imports).toMatchObject([{ import_id: id, count: 2 }]);
    expect(all.stages).toEqual([
      { name: 'Proposal', count: 2 },
      { name: 'Angebot', count: 1 },
    ]);
    expect((await held(org, { code: 'unknown_stage', source: 'crm' })).count).toBe(2);
    expect((await held(org, { import_id: id })).rows[1]).toMatchObject({
      ...{ line: 3, code: 'invalid_date', source: 'file' },
      cells: [
        { name: 'id', value: '2' },
        { name: 'stage', value: 'won' },
        { name: 'on', value: 'gestern' },
      ],
    });
    const first = await held(org, { limit: '2' });
    const rest = await held(org, { limit: '500', cursor: first.next_cursor ?? '' });
    const ids = [...first.rows, ...rest.rows].map((row) => row.id);
    expect(ids).toEqual(all.rows.map((row) => row.id));
    await holds(org);
  });

  it('lets rows go when the map knows their stage, and keeps the others', async () => {
    const org = await makeOrg();
    await importFile(org, ['1,Angebot,2026-01-05', '2,Weg,2026-01-05', '3,Egal,2026-01-05']);
    const calls = [event('e1', 'r1', 'Angebot'), event('e1', 'r1', 'Angebot')];
    await org.post('/events', { source: 'crm', events: calls });
    const map = await change(org, 'PUT', '/stage-map', { stages: { Angebot: 'sal', Egal: null } });
    expect(map.body).toMatchObject({
      data: { version: 1, stages: { Angebot: 'sal', Egal: null }, rederiving: false },
    });
    api.clock.now = new Date(LATER);
    expect(await replay(org, { code: 'unknown_stage' })).toEqual({
      ...{ tried: 5, accepted: 2, duplicates: 1, ignored: 1, held: 1, next: null },
    });
    expect(await stagesOf(org)).toEqual(['1 sal', 'r1 sal']);
    expect(await held(org)).toMatchObject({ total: 1, released: 4 });
    expect((await held(org, { state: 'released' })).rows[0]).toMatchObject({
      ...{ outcome: 'accepted', released_at: '2026-06-09T12:00:00.000Z', line: 2 },
      cells: [{ value: '1' }, { value: 'Angebot' }, { value: '2026-01-05' }],
    });
    const facts = await db.owner.query(
      'select distinct received_at from stage_event where org_id = $1',
      [org.org.id],
    );
    expect(facts.rows).toEqual([{ received_at: new Date(NOW) }]);
    await holds(org);
    expect(await replay(org)).toMatchObject({ tried: 1, held: 1 });
    await holds(org);
  });

  it('takes rows that were mended, and keeps what came beside it', async () => {
    const org = await makeOrg();
    const { id } = await importFile(org, [
      '1,won,gestern',
      '2,won',
      '3,won,2026-01-05,,x',
      '4,won,2199-01-01',
    ]);
    await org.post('/events', {
      source: 'crm',
      events: [event('e1', 'r1', 'won', { amount: 12 })],
    });
    const { rows } = await held(org);
    const codes = ['invalid_date', 'bad_row', 'bad_row', 'future_date', 'invalid_amount'];
    expect(rows.map((row) => row.code)).toEqual(codes);
    expect(await replay(org)).toMatchObject({ tried: 5, held: 5 });
    await edit(org, rows[0], { on: '2026-01-04' });
    await edit(org, rows[1], { on: '2026-01-06' });
    await edit(org, rows[2], { '#5': null });
    await edit(org, rows[3], { on: 'nie' });
    await edit(org, rows[4], { amount: '12' });
    expect((await held(org)).rows[0]?.cells[2]).toEqual({
      ...{ name: 'on', value: '2026-01-04', was: 'gestern' },
    });
    const ids = rows.slice(0, 4).map((row) => row.id);
    expect(await replay(org, { ids })).toMatchObject({ tried: 4, accepted: 3, held: 1 });
    expect((await held(org)).rows.map((row) => row.code)).toEqual([
      'invalid_date',
      'invalid_amount',
    ]);
    expect(await replay(org, { source: 'crm' })).toMatchObject({ accepted: 1 });
    expect(await stagesOf(org)).toEqual(['1 won', '2 won', '3 won', 'r1 won']);
    const one = await inOrg(db.pool, org.org.id, 'read', (tx) => findImport(tx, id));
    expect(one).toMatchObject({ received: 4, accepted: 3, quarantined: 1 });
    const kept = await db.owner.query(
      `select raw #>> '{}' as raw from quarantine where org_id = $1 and line = 2`,
      [org.org.id],
    );
    expect(kept.rows[0].raw).toBe('["1","won","gestern"]');
    await holds(org);
  });

  it('refuses edits that fit no cell, and of rows that left', async () => {
    const org = await makeOrg();
    await org.post('/events', { source: 'crm', events: [event('e1', 'r1', 'Angebot')] });
    const [row] = (await held(org)).rows;
    const path = `/quarantine/${row?.id}`;
    expect((await change(org, 'PATCH', path, { cells: { stag: 'won' } })).status).toBe(400);
    expect((await change(org, 'PATCH', path, { cells: { stage: 'a\0' } })).status).toBe(400);
    expect((await change(org, 'PATCH', path, {})).status).toBe(400);
    await edit(org, row, { stage: 'won' });
    expect(await replay(org)).toMatchObject({ accepted: 1 });
    expect((await change(org, 'PATCH', path, { cells: { stage: 'sal' } })).status).toBe(409);
    const stranger = await api.makeOrg();
    expect((await change(stranger, 'PATCH', path, { cells: { stage: 'sal' } })).status).toBe(404);
    expect(await replay(stranger, { ids: [row?.id] })).toMatchObject({ tried: 0 });
  });

  it('gives a row the place of its arrival: a later row of the same version still wins', async () => {
    const org = await makeOrg();
    const at = (day: number) => `2026-01-0${day}T00:00:00Z`;
    const sent = (stage: string, day: number) => event('e', 'r', stage, { occurred_at: at(day) });
    await org.post('/events', { source: 'crm', events: [sent('mql', 1), sent('?1', 2)] });
    api.clock.now = new Date('2026-06-01T00:00:01Z');
    await org.post('/events', {
      source: 'crm',
      events: [sent('?2', 3), sent('sql', 4), sent('?3', 5)],
    });
    await org.post('/events', { source: 'crm', events: [event('e', 'r', '?4', { version: -1 })] });
    const stages = { '?1': 'sal', '?2': 'won', '?3': 'onboarded' };
    await change(org, 'PUT', '/stage-map', { stages });
    const winner = async () => (await stagesOf(org)).join();
    expect(await winner()).toBe('r sql');
    const [first, second, third] = (await held(org, { code: 'unknown_stage' })).rows;
    expect(await replay(org, { ids: [first?.id] })).toMatchObject({ accepted: 1 });
    expect(await winner()).toBe('r sql');
    expect(await replay(org, { ids: [third?.id] })).toMatchObject({ accepted: 1 });
    expect(await winner()).toBe('r onboarded');
    expect(await replay(org, { ids: [second?.id] })).toMatchObject({ accepted: 1 });
    expect(await winner()).toBe('r onboarded');
    const order = await db.owner.query(
      'select stage from stage_event where org_id = $1 order by arrival',
      [org.org.id],
    );
    expect(order.rows.map((row) => row.stage)).toEqual(['mql', 'sal', 'won', 'sql', 'onboarded']);
    await holds(org);
  });

  it('does the work of a call once, and many rows in parts', async () => {
    const org = await makeOrg();
    const lines = Array.from({ length: 2100 }, (_, at) => `r${at},Angebot,2026-01-05`);
    await importFile(org, lines);
    await change(org, 'PUT', '/stage-map', { stages: { Angebot: 'sal' } });
    const headers = { 'idempotency-key': 'k1' };
    const first = await replay(org, { code: 'unknown_stage' }, headers);
    expect(first).toMatchObject({ tried: 2000, accepted: 2000 });
    expect(await replay(org, { code: 'unknown_stage' }, headers)).toEqual(first);
    const next = await replay(org, { code: 'unknown_stage', after: first.next });
    expect(next).toMatchObject({ tried: 100, accepted: 100, next: null });
    await holds(org);
  });

  it('reads a file again as its import did: mapping, zone, decimals, order of days', async () => {
    const org = await makeOrg();
    const lines = [
      '1,won,03/04/2026,"1.234,5"',
      '2,won,25/04/2026,"2,5"',
      '3,neu,05/04/2026,"9.999,5"',
    ];
    const path = join(folder, 'again.csv');
    await writeFile(path, `id,stage,on,sum\n${lines.join('\n')}\n`);
    const columns = { record_id: 'id', stage: 'stage', occurred_at: 'on', amount: 'sum' };
    const mapping = mappingBody.parse({ columns, constants: { source: 'erp', currency: 'EUR' } });
    const times = { now: () => api.clock.now, newId: randomUUID, timeZone: 'Asia/Shanghai' };
    await runImport(db.pool, org.org, { kind: 'events', path, mapping, ...times });
    await rm(path);
    await change(org, 'PUT', '/stage-map', { stages: { neu: 'mql' } });
    expect(await replay(org)).toMatchObject({ accepted: 1 });
    const fact = await db.owner.query(
      `select source, occurred_at, amount::text as amount, currency, line::int as line, event_id
       from stage_event where org_id = $1 and record_id = '3'`,
      [org.org.id],
    );
    expect(fact.rows[0]).toEqual({
      ...{ source: 'erp', occurred_at: new Date('2026-04-04T16:00:00Z'), amount: '9999.5' },
      ...{ currency: 'EUR', line: 4, event_id: '3:neu:05/04/2026' },
    });
    await holds(org);
  });

  it('takes accounts and contracts too', async () => {
    const org = await makeOrg();
    const accounts = [
      { account_id: 'a', segment: 'key' },
      { account_id: 'b', version: 'x' },
    ];
    await org.post('/accounts', { source: 'crm', accounts });
    const contract = { contract_id: 'c', account_id: 'b', starts_on: '2026-01-01' };
    const body = {
      contracts: [{ ...contract, ends_on: '2025-01-01', arr: '12', currency: 'USD' }],
    };
    await org.post('/contracts', { source: 'crm', ...body });
    const { rows } = await held(org);
    await edit(
      org,
      rows.find((row) => row.kind === 'accounts'),
      { version: null },
    );
    await edit(
      org,
      rows.find((row) => row.kind === 'contracts'),
      { ends_on: '2027-01-01' },
    );
    expect(await replay(org)).toMatchObject({ tried: 2, accepted: 2 });
    const arr = await org.get('/arr', { from: '2026-01-01', to: '2026-03-01', grain: 'month' });
    expect(arr.body).toMatchObject({ data: { total: { periods: [{ end: '12.00' }, {}] } } });
    await holds(org);
  });
});
