import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkCells } from '#lib/ingest/fold/checkCells.ts';
import { foldMonth } from '#lib/ingest/fold/foldMonth.ts';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { takeEvents } from '#lib/ingest/takeEvents.ts';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { lockFold, waitingMonths } from '#lib/store/cells/foldMarks.ts';
import { markAllStale } from '#lib/store/cells/markStale.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { loadHistory } from '#tests/support/loadHistory.ts';
import { toQuery } from '#tests/support/oracleWire.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const SEED = 20260311;
const [one] = randomHistories(SEED, 1, 1).map(({ history, org }) => ({ history, org }));
if (one === undefined) throw new Error('no history');
const { history, org: settings } = one;
const half = Math.floor(history.events.length / 2);
const early = { ...history, events: history.events.slice(0, half) };
const arrival = { receivedAt: RANDOM_NOW, importId: null };

const waiting = (org: Org) => inOrg(db.pool, org.id, 'read', waitingMonths);

async function answers(org: Org) {
  const query = toQuery({ from: '2025-12-01', to: '2026-04-01', by: 'segment' });
  const ask = async (clock: 'cohort' | 'snapshot' | 'period') => {
    const told = await getBowtie({ pool: db.pool, org }, { ...query, clock }, new Date(RANDOM_NOW));
    return told.data;
  };
  return [await ask('cohort'), await ask('snapshot'), await ask('period')];
}

async function write(org: Org): Promise<void> {
  for (const { source, ...row } of history.events.slice(half)) {
    await inOrg(db.pool, org.id, 'write', (tx) => takeEvents(tx, org, source, [row], arrival));
  }
}

describe('a fold', () => {
  it('beside writers counts every change once', async () => {
    const org = await loadHistory(db, settings, early, RANDOM_NOW);
    const writing = { ended: false };
    const written = write(org).finally(() => {
      writing.ended = true;
    });
    let folds = 0;
    while (!writing.ended) folds += (await foldOrg(db.pool, org.id)).months;
    await written;
    expect(folds).toBeGreaterThan(0);
    expect(await checkCells(db.pool, org.id)).toBe(true);
    const beside = await answers(org);
    await foldOrg(db.pool, org.id);
    expect(await waiting(org)).toEqual([]);
    expect(await checkCells(db.pool, org.id)).toBe(true);
    expect(await answers(org)).toEqual(beside);
    await inOrg(db.pool, org.id, 'write', markAllStale);
    expect(await answers(org)).toEqual(beside);
  });

  it('that dies has done nothing, and the next one does it', async () => {
    const org = await loadHistory(db, settings, history, RANDOM_NOW);
    const before = { answers: await answers(org), waiting: await waiting(org) };
    const table = 'lock table count_cell in access exclusive mode';
    const holder = await db.owner.connect();
    await holder.query(`begin; ${table}`);
    const month = before.waiting.find((each) => each.month !== '-infinity')?.month ?? '2026-01-01';
    const dying = foldMonth(db.pool, org.id, month);
    const died = expect(dying).rejects.toThrow();
    const stuck = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%count_cell%'`;
    while ((await db.owner.query(stuck)).rowCount === 0);
    await died;
    await holder.query('rollback');
    holder.release();
    expect(await waiting(org)).toEqual(before.waiting);
    expect(await answers(org)).toEqual(before.answers);
    await foldOrg(db.pool, org.id);
    expect(await answers(org)).toEqual(before.answers);
  });

  it('leaves an organization to who folds it already', async () => {
    const org = await loadHistory(db, settings, early, RANDOM_NOW);
    await inOrg(db.pool, org.id, 'write', async (tx) => {
      expect(await lockFold(tx)).toBe(true);
      expect(await foldOrg(db.pool, org.id)).toEqual({ months: 0 });
    });
    expect((await waiting(org)).length).toBeGreaterThan(0);
  });
});
