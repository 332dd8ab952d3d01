import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LADDER } from '#lib/bowtie/stages.ts';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { applyChanges } from '#lib/ingest/rederive/applyChanges.ts';
import { changeOrg } from '#lib/ingest/rederive/changeOrg.ts';
import { takeAccounts } from '#lib/ingest/takeAccounts.ts';
import { takeContracts } from '#lib/ingest/takeContracts.ts';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { getRecords } from '#lib/reports/getRecords.ts';
import { insertChange } from '#lib/store/changes.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { findOrgById, type Org } from '#lib/store/orgs.ts';
import { differences } from '#tests/support/closeTo.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { testOrg } from '#tests/support/importFile.ts';
import { knowValues, loadHistory } from '#tests/support/loadHistory.ts';
import { type OracleQuery, oracleBowtie } from '#tests/support/oracle.ts';
import type { History, OracleOrg } from '#tests/support/oracleHistory.ts';
import { moneyText } from '#tests/support/oracleMoney.ts';
import { oracleRecords } from '#tests/support/oracleRecords.ts';
import { oracleRevenue } from '#tests/support/oracleRevenue.ts';
import { asWire, toQuery } from '#tests/support/oracleWire.ts';
import { randomContracts } from '#tests/support/randomContracts.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';
import { ruleArbitrary } from '#tests/support/randomRule.ts';

const SEED = 20261124;
const NOW = new Date(RANDOM_NOW);
const deps = { now: () => NOW, newId: randomUUID };
const BANDS = [
  { from: '0', segment: 'small' },
  { from: '10000', segment: 'key' },
];

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const withoutLoop = <T>(answer: T): T =>
  JSON.parse(JSON.stringify(answer, (key, value) => (key === 'loop' ? undefined : value)));

async function current(id: string): Promise<Org> {
  const org = await findOrgById(db.pool, id);
  if (org === null) throw new Error('gone');
  return org;
}

type Case = { history: History; settings: OracleOrg; queries: OracleQuery[] };

async function bowtieEquals(org: Org, { history, settings, queries }: Case): Promise<void> {
  for (const query of queries) {
    const found = await getBowtie({ pool: db.pool, org }, toQuery(query), NOW);
    const wanted = asWire(oracleBowtie(history, settings, query, RANDOM_NOW));
    const note = JSON.stringify({ settings, query });
    expect(differences(withoutLoop(found), withoutLoop(wanted)), note).toEqual([]);
    const told = oracleRevenue(history, settings, query, RANDOM_NOW);
    const { total, groups } = found.data;
    for (const { loop, value } of [
      { loop: total.loop, value: null },
      ...groups.map((one) => ({ loop: one.loop, value: one.key.segment ?? '' })),
    ]) {
      const { start, end, churn, expansion, renewals } = told(query, value);
      const money = { start_arr: moneyText(start), end_arr: moneyText(end) };
      const moved = { churn: moneyText(churn), expansion: moneyText(expansion) };
      const asked = { ...money, ...moved, renewals };
      const seen =
        loop && Object.fromEntries(Object.keys(asked).map((key) => [key, loop[key as 'churn']]));
      expect(differences(seen, asked), `${note} ${value}`).toEqual([]);
    }
  }
}

async function recordsEqual(org: Org, { history, settings, queries }: Case): Promise<void> {
  const [query] = queries;
  const [stage] = settings.stages;
  if (query === undefined || stage === undefined) throw new Error('no question');
  const page = { match: [], limit: 500, cursor: null, offset: null };
  const sort = { field: 'record_id', descending: false } as const;
  const asked = { bowtie: toQuery(query), selector: { stage }, sort, ...page };
  const { data } = await getRecords({ pool: db.pool, org }, asked, NOW);
  const wanted = oracleRecords(history, settings, query, { stage }, RANDOM_NOW);
  const of = (row: { record_id: string; segment: string }) => `${row.record_id} ${row.segment}`;
  expect(data.rows.map(of).sort()).toEqual(wanted.map(of).sort());
}

describe('a rule for segments, against the plain oracle', () => {
  const rules = fc.sample(ruleArbitrary, { seed: SEED, numRuns: 10 });
  const cases = randomHistories(SEED, 10, 3).map((one, index) => ({ ...one, index }));

  it.each(cases)('history $index', async ({ history: events, org: before, queries, index }) => {
    const contracts = index % 3 === 0 ? [] : randomContracts(index, 4 + index);
    const history = { ...events, contracts };
    const asked = queries.map((one) => ({
      ...one,
      by: 'segment' as const,
      compare: 'none' as const,
    }));
    const org = await loadHistory(db, before, history, RANDOM_NOW);
    await knowValues(db, org, [
      { segment: ['small', 'mid', 'key', 'unknown'] },
      ...asked.map((one) => one.where ?? {}),
    ]);
    const segment_rule = rules[index];
    if (segment_rule === undefined) throw new Error('no rule');
    await changeOrg(db.pool, org, { segment_rule }, deps);
    const after = await current(org.id);
    expect(after.segmentRule).toEqual(segment_rule);
    const one = { history, settings: { ...before, segment_rule }, queries: asked };
    await bowtieEquals(after, one);
    await recordsEqual(after, one);
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
    await foldOrg(db.pool, org.id);
    await bowtieEquals(after, one);
  });
});

describe('a changed rule', () => {
  const arrival = { receivedAt: RANDOM_NOW, importId: null };
  const event = (id: string, record: string, more: object) => ({
    ...{ event_id: id, record_id: record, stage: 'sal', occurred_at: '2026-01-05T10:00:00Z' },
    ...more,
  });
  const take = (org: Org, events: object[]) =>
    inOrg(db.pool, org.id, 'write', (tx) =>
      takeEvents(tx, org, 'crm', events as Record<string, unknown>[], arrival),
    );
  const segments = async (org: Org) => {
    const { rows } = await db.owner.query(
      `select record_id || ' ' || segment as told from stage_entry
       where org_id = $1 and stage = 'sal' order by 1`,
      [org.id],
    );
    return rows.map(({ told }) => told);
  };

  it('reaches what comes in while it is brought in, and is told by it afterwards', async () => {
    const org = await testOrg(db);
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    await take(org, [event('1', 'a', { segment: 'SMB' }), event('2', 'b', usd('9999'))]);
    const settings = { segment_rule: { names: { SMB: 'small' }, bands: BANDS } };
    const change = { kind: 'org' as const, settings };
    await inOrg(db.pool, org.id, 'write', (tx) =>
      insertChange(tx, { id: randomUUID(), change, now: NOW }),
    );
    let done = false;
    const onBatch = async () => {
      if (done) return;
      done = true;
      await take(org, [event('3', 'c', usd('10000')), event('4', 'd', { segment: 'SMB' })]);
      // Under the old settings they count at once, beside the old ones.
      expect(await segments(org)).toEqual(['a SMB', 'b unknown', 'c unknown', 'd SMB']);
    };
    await applyChanges(db.pool, org.id, { ...deps, onBatch });
    expect(done).toBe(true);
    expect(await segments(org)).toEqual(['a small', 'b small', 'c key', 'd small']);
    await take(await current(org.id), [event('5', 'e', usd('50000'))]);
    expect(await segments(org)).toContain('e key');
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
  });

  it('that says the same derives nothing, whatever the order of its names', async () => {
    const org = await testOrg(db);
    const names = { SMB: 'small', Enterprise: 'key' };
    const first = await changeOrg(db.pool, org, { segment_rule: { names, bands: BANDS } }, deps);
    expect(first.org.generation).toBe(1);
    const turned = { Enterprise: 'key', SMB: 'small' };
    const bands = BANDS.map((one) => ({ ...one, from: `${one.from}.00` }));
    const again = { segment_rule: { names: turned, bands } };
    expect((await changeOrg(db.pool, first.org, again, deps)).org.generation).toBe(1);
    const none = { segment_rule: { names: {}, bands: [] } };
    expect((await changeOrg(db.pool, first.org, none, deps)).org).toMatchObject({
      ...{ generation: 2, segmentRule: none.segment_rule },
    });
  });

  it('keeps a customer where the first revenue put it, however it grows', async () => {
    const org = await testOrg(db);
    const account = { account_id: 'a', currency: 'USD' };
    const contract = (id: string, starts_on: string, arr: string, more: object = {}) => ({
      ...{ ...account, contract_id: id, starts_on, ends_on: null, arr, ...more },
    });
    await inOrg(db.pool, org.id, 'write', async (tx) => {
      await takeAccounts(tx, org, 'crm', [{ account_id: 'b', segment: 'SMB' }], arrival);
      await takeContracts(
        tx,
        org,
        'crm',
        [
          contract('0', '2025-06-01', '0'),
          contract('1', '2025-07-01', '6000'),
          contract('2', '2025-07-01', '3000'),
          contract('3', '2025-12-01', '90000'),
          contract('4', '2025-12-01', '10', { segment: 'key' }),
          contract('5', '2025-12-01', '20000', { account_id: 'b' }),
        ],
        arrival,
      );
    });
    const told = { names: { SMB: 'small' }, bands: BANDS };
    await changeOrg(db.pool, org, { segment_rule: told }, deps);
    const { rows } = await db.owner.query(
      `select contract_id || ' ' || segment as told from contract_term where org_id = $1 order by 1`,
      [org.id],
    );
    expect(rows.map((row) => row.told)).toEqual([
      ...['0 small', '1 small', '2 small', '3 small', '4 key', '5 small'],
    ]);
  });

  it('tells what it did to weeks that were over, though no segment is a figure of theirs', async () => {
    const org = await testOrg(db);
    expect(org.stages).toEqual([...LADDER]);
    await take(org, [event('1', 'a', { segment: 'SMB' })]);
    await changeOrg(db.pool, org, { segment_rule: { names: { SMB: 'small' }, bands: [] } }, deps);
    const { rows } = await db.owner.query('select status, effect from rederive where org_id = $1', [
      org.id,
    ]);
    expect(rows).toEqual([{ status: 'done', effect: [] }]);
  });
});
