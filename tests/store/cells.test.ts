import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCells } from '#lib/ingest/fold/checkCells.ts';
import { foldMonth } from '#lib/ingest/fold/foldMonth.ts';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { waitingMonths } from '#lib/store/cells/foldMarks.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { differences } from '#tests/support/closeTo.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { knowValues, loadHistory } from '#tests/support/loadHistory.ts';
import { oracleBowtie } from '#tests/support/oracle.ts';
import type { RawEvent } from '#tests/support/oracleHistory.ts';
import { asWire, toQuery } from '#tests/support/oracleWire.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

/** Few facts are in these histories: cells of three are split as those of hundreds are. */
const LEAVES = { leaf: 3, least: 0 };

/** How much of the cells is folded when the question comes. */
const STATES = ['folded', 'changed', 'half stale'] as const;
type State = (typeof STATES)[number];

const waiting = (org: Org) => inOrg(db.pool, org.id, 'read', waitingMonths);

/** The late part comes behind the fold, so that changes lie beside the cells. */
async function bring(org: Org, late: readonly RawEvent[], state: State): Promise<void> {
  await foldOrg(db.pool, org.id, LEAVES);
  expect(await waiting(org)).toEqual([]);
  const arrival = { receivedAt: RANDOM_NOW, importId: null };
  for (const { source, ...row } of late) {
    await inOrg(db.pool, org.id, 'write', (tx) => takeEvents(tx, org, source, [row], arrival));
  }
  if (state === 'folded') await foldOrg(db.pool, org.id, LEAVES);
  if (state === 'half stale') {
    const months = await waiting(org);
    await inOrg(db.pool, org.id, 'write', (tx) =>
      tx.client.query(
        `insert into count_stale (org_id, month) select distinct org_id, month from count_cell
         where extract(month from month)::int % 2 = 1`,
      ),
    );
    for (const { month } of months.slice(0, 1)) await foldMonth(db.pool, org.id, month, 3);
  }
}

describe('GET /bowtie from cells against the plain oracle', () => {
  const cases = randomHistories(20260208, 18, 12).map((one, index) => ({
    ...one,
    index,
    state: STATES[index % STATES.length] ?? 'folded',
  }));

  it.each(cases)('history $index, $state', async ({ history, org: settings, queries, state }) => {
    const half = Math.floor(history.events.length * 0.6);
    const early = { ...history, events: history.events.slice(0, half) };
    const org = await loadHistory(db, settings, early, RANDOM_NOW);
    await bring(org, history.events.slice(half), state);
    await knowValues(
      db,
      org,
      queries.map((query) => query.where ?? {}),
    );
    for (const query of queries) {
      const wanted = withoutLoop(asWire(oracleBowtie(history, settings, query, RANDOM_NOW)));
      const got = await getBowtie({ pool: db.pool, org }, toQuery(query), new Date(RANDOM_NOW));
      expect(differences(got, wanted), JSON.stringify({ settings, query })).toEqual([]);
    }
    expect(await checkCells(db.pool, org.id, LEAVES.leaf)).toBe(true);
  });
});

describe('cells', () => {
  const [one] = randomHistories(77, 1, 30);
  if (one === undefined) throw new Error('no history');
  const { history, org: settings } = one;
  // As of now, by up to two dimensions: what cells answer.
  const queries = one.queries.filter(({ asOf = null, where = {}, by }) => {
    const cut = new Set([...Object.keys(where), by]);
    cut.delete('motion');
    cut.delete(undefined);
    cut.delete(null);
    return asOf === null && [...cut].length < 3;
  });
  const ask = (org: Org, query: (typeof queries)[number]) =>
    getBowtie({ pool: db.pool, org }, toQuery(query), new Date(RANDOM_NOW));

  it('answer without an entry, a span or a movement', async () => {
    const org = await loadHistory(db, settings, history, RANDOM_NOW);
    await foldOrg(db.pool, org.id, LEAVES);
    const before = [];
    for (const query of queries) before.push(withoutLoop((await ask(org, query)).data));
    expect(queries.length).toBeGreaterThan(3);
    for (const table of ['stage_entry', 'movement']) {
      await db.owner.query(`delete from ${table} where org_id = $1`, [org.id]);
    }
    // The first and the last event say which months there are.
    await db.owner.query(
      `delete from record_span s where org_id = $1 and from_at not in (
         select min(from_at) from record_span where org_id = $1
         union select max(from_at) from record_span where org_id = $1)`,
      [org.id],
    );
    for (const [at, query] of queries.entries()) {
      const { data } = await ask(org, query);
      expect(withoutLoop(data), JSON.stringify(query)).toEqual(before[at]);
    }
  });

  it('are known to be wrong', async () => {
    const org = await loadHistory(db, settings, history, RANDOM_NOW);
    await foldOrg(db.pool, org.id);
    expect(await checkCells(db.pool, org.id)).toBe(true);
    await db.owner.query(
      `update count_cell set entries = entries + 1 where ctid = (
         select min(ctid) from count_cell where org_id = $1)`,
      [org.id],
    );
    expect(await checkCells(db.pool, org.id)).toBe(false);
    await rebuildOrg(db.pool, org.id);
    await foldOrg(db.pool, org.id);
    expect(await checkCells(db.pool, org.id)).toBe(true);
  });
});

function withoutLoop<T>(answer: T): T {
  return JSON.parse(JSON.stringify(answer, (key, value) => (key === 'loop' ? undefined : value)));
}
