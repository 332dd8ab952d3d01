import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { localDayOf } from '#lib/bowtie/localDay.ts';
import { periodsOf } from '#lib/bowtie/periods.ts';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { rebuildOrg } from '#lib/ingest/rebuildOrg.ts';
import { takeContracts } from '#lib/ingest/takeContracts.ts';
import { openRevenue } from '#lib/reports/loop/openRevenue.ts';
import { readLoop } from '#lib/reports/loop/readLoop.ts';
import type { Revenue } from '#lib/reports/loop/revenue.ts';
import { revenueOfFacts } from '#lib/reports/loop/revenueOfFacts.ts';
import { revenueOfSteps, stepScope } from '#lib/reports/loop/revenueOfSteps.ts';
import { hasRevenue } from '#lib/store/hasRevenue.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { loadHistory } from '#tests/support/loadHistory.ts';
import { randomContracts } from '#tests/support/randomContracts.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

const RULES = { weekStart: 'mon', fiscalStartMonth: 1 } as const;
const DAY = 86_400_000;

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

/** Every question that the derived steps claim to answer, in one dimension each. */
const QUESTIONS = DIMENSIONS.flatMap((dimension) => [
  { by: dimension, where: {} },
  ...['small', 'mid', 'basic', 'pro, plus', 'renewal', 'unknown', 'emea'].flatMap((value) => [
    { by: null, where: { [dimension]: [value] } },
    { by: dimension, where: { [dimension]: [value] } },
  ]),
]);

const RANGES = [
  { from: '2025-06-01', to: '2026-08-01' },
  { from: '2025-09-10', to: '2026-03-20' },
  { from: '2026-02-01', to: '2026-02-01' },
];

async function answers(revenue: Revenue) {
  const found = [];
  for (const range of RANGES) {
    const sums = await revenue.sums(range, periodsOf(range, 'month', RULES));
    const due = await revenue.renewals(range);
    const known = [...due.groups].filter(([, totals]) => totals.due > 0);
    found.push({
      sums: { total: sums.total, groups: new Map([...sums.groups].sort()) },
      due: { total: due.total, groups: new Map(known.sort()) },
    });
  }
  return { asOfDay: revenue.asOfDay, hasContracts: revenue.hasContracts, found };
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
    for (const asOf of [RANDOM_NOW, RANDOM_NOW - 90 * DAY, RANDOM_NOW - 200 * DAY]) {
      const asked = await inOrg(db.pool, org.id, 'read', async (tx) => {
        const facts = await readLoop(tx, org, asOf);
        const asOfDay = localDayOf(asOf, org.timeZone);
        let asked = 0;
        for (const question of [{ by: null, where: {} }, ...QUESTIONS]) {
          const scope = stepScope(org, question);
          if (scope === null) continue;
          asked += 1;
          const wanted = await answers(revenueOfFacts(facts, question));
          const got = await answers(revenueOfSteps(tx, scope, asOfDay));
          expect(got, JSON.stringify({ question, asOf })).toEqual(wanted);
        }
        return asked;
      });
      expect(asked).toBe(1 + (DIMENSIONS.length - 1) * 15);
    }
  });

  it('leave to the facts what the steps cannot tell', () => {
    const org = { renewalGraceDays: 0 };
    const at = { by: null, where: {} };
    expect(stepScope(org, at)).not.toBeNull();
    expect(stepScope({ renewalGraceDays: 1 }, at)).toBeNull();
    expect(stepScope(org, { by: 'pod', where: {} })).toBeNull();
    expect(stepScope(org, { by: null, where: { segment: ['mid', 'small'] } })).toBeNull();
    expect(stepScope(org, { by: 'product', where: { segment: ['mid'] } })).toBeNull();
    expect(stepScope(org, { by: null, where: { segment: ['a'], region: ['b'] } })).toBeNull();
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
    for (const table of ['arr_day', 'contract_term']) {
      await db.owner.query(`delete from ${table} where org_id = $1`, [org.id]);
    }
    expect((await checkDerived(db.pool, org.id)).differing).toEqual(['arr_day', 'contract_term']);
    const without = await ask();
    expect(without).toEqual({ derived: false, told: before.told });

    const { source, ...row } = { ...randomContracts(9, 1)[0], source: 'late', contract_id: 'late' };
    await inOrg(db.pool, org.id, 'write', (tx) =>
      takeContracts(tx, org, source, [row], { receivedAt: RANDOM_NOW, importId: null }),
    );
    const after = await ask();
    expect((await checkDerived(db.pool, org.id)).differing).toEqual([]);
    await rebuildOrg(db.pool, org.id);
    expect(await ask()).toEqual(after);
    expect(after.derived).toBe(true);
  });
});
