import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { addDays, localDayOf } from '#lib/bowtie/localDay.ts';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import { periodsOf } from '#lib/bowtie/periods.ts';
import type { Renewal } from '#lib/bowtie/renewals.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { takeContracts } from '#lib/ingest/takeContracts.ts';
import { trailingRanges } from '#lib/reports/loop/composeTrailing.ts';
import { openRevenue } from '#lib/reports/loop/openRevenue.ts';
import { readLoop } from '#lib/reports/loop/readLoop.ts';
import type { Grouped, Revenue } from '#lib/reports/loop/revenue.ts';
import { revenueOfFacts } from '#lib/reports/loop/revenueOfFacts.ts';
import { revenueOfSteps } from '#lib/reports/loop/revenueOfSteps.ts';
import { stepScope } from '#lib/reports/loop/stepScope.ts';
import { hasRevenue } from '#lib/store/hasRevenue.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { loadHistory } from '#tests/support/loadHistory.ts';
import { randomContracts } from '#tests/support/randomContracts.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

type Question = Pick<BowtieQuery, 'by' | 'where'>;

const DAY = 86_400_000;
const AS_OF = [RANDOM_NOW, RANDOM_NOW - 90 * DAY, RANDOM_NOW - 200 * DAY];
const RULES = { weekStart: 'mon', fiscalStartMonth: 1 } as const;

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const VALUES = ['small', 'mid', 'basic', 'pro, plus', 'renewal', 'unknown', 'emea'];

/** Questions of one dimension, and of a contract's own beside those of its account. */
const QUESTIONS: Question[] = [
  { by: null, where: {} },
  ...DIMENSIONS.flatMap((dimension) => [
    { by: dimension, where: {} },
    { by: dimension, where: { region: ['emea', 'unknown'] } },
    { by: dimension, where: { channel: ['unknown'], owner: ['unknown', 'ann'] } },
    { by: dimension, where: { pod: ['unknown', 'red'] } },
    { by: dimension, where: { pod: ['red'] } },
    { by: null, where: { [dimension]: ['emea', 'unknown', 'mid'] } },
    ...VALUES.flatMap((value) => [
      { by: null, where: { [dimension]: [value] } },
      { by: dimension, where: { [dimension]: [value] } },
      { by: 'region' as const, where: { [dimension]: [value] } },
      { by: null, where: { [dimension]: [value], channel: ['unknown'] } },
    ]),
  ]),
];

const RANGES = [
  { from: '2025-06-01', to: '2026-08-01' },
  { from: '2025-09-10', to: '2026-03-20' },
  { from: '2026-02-01', to: '2026-02-01' },
];

function sorted<T>({ total, groups }: Grouped<T>, isThere: (one: T) => boolean = () => true) {
  const known = [...groups].filter(([, one]) => isThere(one));
  return { total, groups: new Map(known.sort()) };
}

const byText = (rows: readonly object[]) => rows.map((row) => print(row)).sort();
const print = (row: object) =>
  JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value));

function renewalText({ contract, endsOn, successor }: Renewal) {
  const { contractId, source, accountId, arr, cancelledOn, dimensions } = contract;
  const cancelled = cancelledOn !== null && cancelledOn < endsOn ? cancelledOn : null;
  const after = successor && { arr: successor.arr, startsOn: successor.startsOn };
  const groups = DIMENSIONS.map((dimension) => dimensions[dimension]);
  return { contractId, source, accountId, arr, cancelled, groups, endsOn, after };
}

async function answers(revenue: Revenue) {
  const found = [];
  for (const range of RANGES) {
    const periods = periodsOf(range, 'month', RULES);
    const moved = [];
    for (const movement of ARR_MOVEMENTS) {
      const rows = await revenue.moved(movement, range);
      moved.push(
        byText(
          rows.map(({ dimensions, ...one }) => {
            return { ...one, groups: DIMENSIONS.map((dimension) => dimensions[dimension]) };
          }),
        ),
      );
    }
    const quarters = periodsOf(range, 'quarter', RULES);
    found.push({
      sums: sorted(await revenue.sums(range, periods)),
      due: sorted(await revenue.renewals(range), ({ due }) => due > 0),
      kept: sorted(await revenue.retentions(trailingRanges(periods, revenue.asOfDay)), (sums) =>
        sums.some(({ units }) => units > 0),
      ),
      cohorts: await revenue.cohorts(quarters, addDays(revenue.asOfDay, 1)),
      rows: byText((await revenue.due(range)).map(renewalText)),
      paying: byText(
        (await revenue.paying(range)).map(({ dimensions, ...one }) => {
          return { ...one, groups: DIMENSIONS.map((dimension) => dimensions[dimension]) };
        }),
      ),
      shrunk: [...(await revenue.shrunk(range.from))].sort(),
      moved,
    });
  }
  return { asOfDay: revenue.asOfDay, source: revenue.source, found };
}

const [seed] = randomHistories(31, 1, 1);

async function orgOf(index: number, grace = 0): Promise<Org> {
  if (seed === undefined) throw new Error('no history');
  const contracts = randomContracts(40 + index, 6 + 8 * index);
  const settings = { ...seed.org, renewal_grace_days: grace };
  return loadHistory(db, settings, { ...seed.history, contracts }, RANDOM_NOW);
}

describe('derived steps and facts', () => {
  it.each([0, 1, 2, 3, 4])('tell the same, history %i', async (index) => {
    const org = await orgOf(index);
    for (const [turn, asOf] of AS_OF.entries()) {
      const asked = await inOrg(db.pool, org.id, 'read', async (tx) => {
        const facts = await readLoop(tx, org, asOf);
        const asOfDay = localDayOf(asOf, org.timeZone);
        let asked = 0;
        // Each question at one of the instants, another one in the next history.
        const turns = QUESTIONS.filter((_, at) => (at + index) % AS_OF.length === turn);
        for (const question of turns) {
          const scope = stepScope(org, question);
          if (scope === null) continue;
          asked += 1;
          const wanted = await answers(revenueOfFacts(facts, question));
          const got = await answers(revenueOfSteps(tx, scope, asOfDay));
          expect(got, JSON.stringify({ question, asOf })).toEqual(wanted);
        }
        return asked;
      });
      expect(asked).toBeGreaterThan(50);
    }
  });

  it('leave to the facts what the steps cannot tell', () => {
    const org = { renewalGraceDays: 0 };
    const at = { by: null, where: {} };
    expect(stepScope(org, at)).not.toBeNull();
    expect(stepScope({ renewalGraceDays: 1 }, at)).toBeNull();
    expect(stepScope(org, { by: null, where: { segment: ['mid', 'small'] } })).toBeNull();
    expect(stepScope(org, { by: 'product', where: { segment: ['mid'] } })).toBeNull();
    expect(stepScope(org, { by: null, where: { segment: ['a'], product: ['b'] } })).toBeNull();
    expect(
      stepScope(org, { by: 'region', where: { segment: ['a'], owner: ['b'] } }),
    ).not.toBeNull();
  });

  it('answer from the facts where nothing is derived, and derive all with the next contract', async () => {
    const org = await orgOf(2);
    const ask = () =>
      inOrg(db.pool, org.id, 'read', async (tx) => {
        const revenue = await openRevenue(tx, org, RANDOM_NOW, { by: 'segment', where: {} });
        return { derived: await hasRevenue(tx), told: await answers(revenue) };
      });
    const before = await ask();
    expect(before.derived).toBe(true);
    for (const table of ['arr_unit', 'contract_term', 'arr_cell']) {
      await db.owner.query(`delete from ${table} where org_id = $1`, [org.id]);
    }
    expect((await checkDerived(db.pool, org.id)).differing).toEqual(['arr_unit', 'contract_term']);
    const without = await ask();
    expect(without).toEqual({ derived: false, told: before.told });

    const { source, ...row } = { ...randomContracts(9, 1)[0], source: 'late', contract_id: 'late' };
    await inOrg(db.pool, org.id, 'write', (tx) =>
      takeContracts(tx, org, source, [row], { receivedAt: RANDOM_NOW, importId: null }),
    );
    const after = await ask();
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
    await db.owner.query(`update arr_cell set churn = churn + 1 where org_id = $1`, [org.id]);
    expect((await checkDerived(db.pool, org.id)).differing).toEqual(['arr_cell']);
    await rebuildOrg(db.pool, org.id);
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
    expect(await ask()).toEqual(after);
    expect(after.derived).toBe(true);
  });
});
