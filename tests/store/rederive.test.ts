import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { applyChanges } from '#lib/ingest/rederive/applyChanges.ts';
import { changeOrg } from '#lib/ingest/rederive/changeOrg.ts';
import { changeStages } from '#lib/ingest/rederive/changeStages.ts';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { insertChange, listChanges } from '#lib/store/changes.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { findOrgById, type Org } from '#lib/store/orgs.ts';
import { differences } from '#tests/support/closeTo.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { testOrg } from '#tests/support/importFile.ts';
import { knowValues, loadHistory } from '#tests/support/loadHistory.ts';
import { oracleBowtie } from '#tests/support/oracle.ts';
import type { OracleOrg } from '#tests/support/oracleHistory.ts';
import { asWire, toQuery } from '#tests/support/oracleWire.ts';
import { RANDOM_NOW, type RandomCase, randomHistories } from '#tests/support/randomHistory.ts';

const SEED = 20261123;

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const deps = { now: () => new Date(RANDOM_NOW), newId: randomUUID };
const withoutLoop = <T>(answer: T): T =>
  JSON.parse(JSON.stringify(answer, (key, value) => (key === 'loop' ? undefined : value)));

/** What readers get now: the organization as they find it, and its numbers. */
async function read(id: string, queries: RandomCase['queries']) {
  const org = await findOrgById(db.pool, id);
  if (org === null) throw new Error('gone');
  const now = new Date(RANDOM_NOW);
  return Promise.all(
    queries.map(async (query) =>
      withoutLoop(await getBowtie({ pool: db.pool, org }, toQuery(query), now)),
    ),
  );
}

async function equalsOracle(id: string, one: RandomCase, settings: OracleOrg): Promise<void> {
  const answers = await read(id, one.queries);
  for (const [at, query] of one.queries.entries()) {
    const wanted = withoutLoop(asWire(oracleBowtie(one.history, settings, query, RANDOM_NOW)));
    expect(differences(answers[at], wanted), JSON.stringify({ settings, query })).toEqual([]);
  }
}

async function request(org: Org, settings: object): Promise<void> {
  const change = { kind: 'org' as const, settings };
  const one = { id: randomUUID(), change, now: new Date(RANDOM_NOW) };
  await inOrg(db.pool, org.id, 'write', (tx) => insertChange(tx, one));
}

async function load(one: RandomCase): Promise<Org> {
  const org = await loadHistory(db, one.org, one.history, RANDOM_NOW);
  await knowValues(
    db,
    org,
    one.queries.map((query) => query.where ?? {}),
  );
  return org;
}

const take = (org: Org, events: object[]) =>
  inOrg(db.pool, org.id, 'write', (tx) =>
    takeEvents(tx, org, 'crm', events as Record<string, unknown>[], {
      receivedAt: RANDOM_NOW,
      importId: null,
    }),
  );

describe('changed settings', () => {
  const cases = randomHistories(SEED, 12, 6).map((one, index) => ({ ...one, index }));
  const other = randomHistories(SEED + 1, 12, 1);

  it.each(cases)('make the numbers that the oracle makes of history $index', async (one) => {
    const org = await load(one);
    const { time_zone, currency, stages } = other[one.index]?.org ?? one.org;
    const settings = { ...one.org, time_zone, currency, stages };
    const given = { time_zone, currency, stages: [...stages] };
    const { rederiving } = await changeOrg(db.pool, org, given, deps);
    expect(rederiving).toBe(false);
    await equalsOracle(org.id, one, settings);
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
    await foldOrg(db.pool, org.id);
    await equalsOracle(org.id, one, settings);
  });

  it('leave the old numbers, all of them, until the new ones are complete', async () => {
    const [one] = randomHistories(SEED + 2, 1, 8);
    if (one === undefined) throw new Error('no case');
    const org = await load(one);
    const before = await read(org.id, one.queries);
    const stages = org.stages.slice(1).length > 0 ? org.stages.slice(1) : ['won' as const];
    await request(org, { stages, time_zone: 'Asia/Tokyo' });
    expect((await findOrgById(db.pool, org.id))?.changing).toBe(1);
    let looks = 0;
    const onBatch = async () => {
      looks += 1;
      expect(await read(org.id, one.queries)).toEqual(before);
    };
    await applyChanges(db.pool, org.id, { ...deps, onBatch });
    expect(looks).toBeGreaterThan(0);
    await equalsOracle(org.id, one, { ...one.org, stages, time_zone: 'Asia/Tokyo' });
    expect(await findOrgById(db.pool, org.id)).toMatchObject({ changing: 0, generation: 1 });
  });

  it('lose nothing that comes in meanwhile, and do not keep it waiting', async () => {
    const org = await testOrg(db, 'UTC');
    const at = (day: string) => `2026-01-${day}T10:00:00Z`;
    const event = (id: string, record: string, stage: string, day: string, more = {}) => ({
      ...{ event_id: id, record_id: record, stage, occurred_at: at(day), ...more },
    });
    await take(org, [event('1', 'a', 'mql', '05'), event('2', 'b', 'sql', '06')]);
    await request(org, { stages: ['mql', 'sal', 'won'], time_zone: 'Asia/Tokyo' });
    let done = false;
    const onBatch = async () => {
      if (done) return;
      done = true;
      const more = [event('3', 'a', 'sal', '07'), event('4', 'c', 'won', '08')];
      expect(await take(org, more)).toMatchObject({ accepted: 2 });
      const seen = await db.owner.query(
        `select count(*)::int as n from stage_entry where org_id = $1 and record_id = 'c'`,
        [org.id],
      );
      // Under the old settings they count at once.
      expect(seen.rows[0].n).toBe(5);
    };
    await applyChanges(db.pool, org.id, { ...deps, onBatch });
    const rows = await db.owner.query(
      `select record_id || ' ' || stage as entry from stage_entry where org_id = $1 order by 1`,
      [org.id],
    );
    const entries = ['a mql', 'a sal', 'b mql', 'c mql', 'c sal', 'c won'];
    expect(rows.rows.map(({ entry }) => entry)).toEqual(entries);
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
  });

  it('that a killed run was bringing in are left whole for the next one', async () => {
    const [one] = randomHistories(SEED + 3, 1, 6);
    if (one === undefined) throw new Error('no case');
    const org = await load(one);
    const before = await read(org.id, one.queries);
    await request(org, { currency: 'EUR', time_zone: 'America/New_York' });
    for (const place of ['1', '2']) {
      const script = 'tests/support/alone/rederiveAlone.ts';
      const child = spawn(process.execPath, [script, db.url, org.id, place], { stdio: 'inherit' });
      const [, signal] = await once(child, 'exit');
      expect(signal).toBe('SIGKILL');
      expect(await read(org.id, one.queries)).toEqual(before);
      expect(await findOrgById(db.pool, org.id)).toMatchObject({
        changing: 1,
        currency: org.currency,
      });
      const [told] = await inOrg(db.pool, org.id, 'read', (tx) => listChanges(tx, 1));
      expect(told).toMatchObject({ status: 'running' });
    }
    expect(await applyChanges(db.pool, org.id, deps, true)).not.toBeNull();
    const settings = { ...one.org, currency: 'EUR', time_zone: 'America/New_York' };
    await equalsOracle(org.id, one, settings);
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
  });

  it('are brought in by one run at a time', async () => {
    const org = await testOrg(db);
    await take(org, [{ event_id: '1', record_id: 'a', stage: 'mql', occurred_at: '2026-01-05' }]);
    await request(org, { stages: ['mql', 'won'] });
    const onBatch = async () => {
      expect(await applyChanges(db.pool, org.id, deps)).toBeNull();
    };
    expect(await applyChanges(db.pool, org.id, { ...deps, onBatch })).toEqual({ records: 1 });
    expect(await applyChanges(db.pool, org.id, deps)).toEqual({ records: 0 });
  });

  it('say what they did to weeks that were over', async () => {
    const org = await testOrg(db);
    const won = { stage: 'won', amount: '100', currency: 'EUR' };
    const day = '2026-01-04T20:00:00Z';
    await take(org, [{ event_id: '1', record_id: 'a', occurred_at: day, ...won }]);
    await changeOrg(db.pool, org, { time_zone: 'Asia/Shanghai', stages: ['won'] }, deps);
    const { rows } = await db.owner.query('select effect from rederive where org_id = $1', [
      org.id,
    ]);
    const week = { before: 0, after: 0, amount_before: '0.00', amount_after: '0.00' };
    const gone = ['mql', 'prospect', 'sal', 'sql'].map((stage) => {
      return { ...week, week: '2026-01-05', stage, before: 1 };
    });
    expect(rows[0].effect).toEqual(gone);
  });
});

describe('a stage name that means another stage', () => {
  it('takes the facts along that were read by it, those of the meantime too', async () => {
    const org = await testOrg(db);
    const event = (id: string, record: string, stage: string) => {
      return { event_id: id, record_id: record, stage, occurred_at: '2026-01-05T10:00:00Z' };
    };
    const told = await changeStages(db.pool, org.id, { Angebot: 'sql', Weg: 'lost' }, deps);
    expect(told).toMatchObject({ version: 1, rederiving: false });
    await take(org, [event('1', 'a', 'Angebot'), event('2', 'b', 'sql'), event('3', 'c', 'Weg')]);
    const direct = async () => {
      const { rows } = await db.owner.query(
        `select record_id || ' ' || stage as entry from stage_entry
         where org_id = $1 and not implied order by 1`,
        [org.id],
      );
      return rows.map(({ entry }) => entry);
    };
    expect(await direct()).toEqual(['a sql', 'b sql']);
    const change = { kind: 'stages' as const, stages: { Angebot: 'sal', Weg: null } };
    const one = { id: randomUUID(), change, now: new Date(RANDOM_NOW) };
    await inOrg(db.pool, org.id, 'write', (tx) => insertChange(tx, one));
    let once = false;
    const onBatch = async () => {
      if (!once) await take(org, [event('4', 'd', 'Angebot')]);
      once = true;
    };
    await applyChanges(db.pool, org.id, { ...deps, onBatch });
    expect(await direct()).toEqual(['a sal', 'b sql', 'd sal']);
    await take(org, [event('5', 'e', 'Angebot')]);
    expect(await direct()).toEqual(['a sal', 'b sql', 'd sal', 'e sal']);
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
    const back = await changeStages(db.pool, org.id, { Angebot: 'won' }, deps);
    expect(back).toMatchObject({ version: 3, stages: { Angebot: 'won', Weg: null } });
    expect(await direct()).toEqual(['a won', 'b sql', 'd won', 'e won']);
  });
});
