import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { getAges } from '#lib/reports/stages/getAges.ts';
import { getBottlenecks } from '#lib/reports/stages/getBottlenecks.ts';
import { getChange } from '#lib/reports/stages/getChange.ts';
import { getGroups } from '#lib/reports/stages/getGroups.ts';
import { getHandOffs } from '#lib/reports/stages/getHandOffs.ts';
import { getStay } from '#lib/reports/stages/getStay.ts';
import { toCohortQuery } from '#lib/reports/stages/stagesQuery.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { putPeople } from '#lib/store/people.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { knowValues, loadHistory } from '#tests/support/loadHistory.ts';
import type { OracleQuery } from '#tests/support/oracle.ts';
import {
  countMovesPlainly,
  countPairsPlainly,
  countStuckPlainly,
} from '#tests/support/plainStages.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const now = new Date(RANDOM_NOW);

/** A random question with a period that has entries, as parameters. */
function paramsOf(asked: OracleQuery) {
  return {
    from: '2025-12-20',
    to: asked.to < '2026-01-20' ? '2026-03-20' : asked.to,
    rule: asked.rule ?? ('implied' as const),
    ...(asked.windowDays ? { window_days: asked.windowDays } : {}),
    ...(asked.asOf ? { as_of: asked.asOf } : {}),
    ...(asked.where ?? {}),
  };
}
type Params = ReturnType<typeof paramsOf>;

describe('on random histories', () => {
  const cases = randomHistories(77, 6, 3).map((one, index) => ({ ...one, index }));

  it.each(cases)('history $index: every answer is what plain counting says', async (one) => {
    const org = await loadHistory(db, one.org, one.history, RANDOM_NOW);
    const where = one.queries.map((query) => query.where ?? {});
    await knowValues(db, org, where);
    await inOrg(db.pool, org.id, 'write', (tx) =>
      putPeople(tx, [
        { owner: 'li', name: 'Li', role: 'SDR' },
        { owner: 'wang', name: 'Wang', role: 'AE' },
      ]),
    );
    for (const [place, asked] of one.queries.entries()) {
      const at = (one.index + place) % Math.max(1, org.stages.length - 1);
      const [from, to] = [org.stages[at], org.stages[at + 1]];
      if (from === undefined || to === undefined) continue;
      const params = paramsOf(asked);
      await checkGroups(org, params, `${from}>${to}`, place);
      await checkAges(org, params, `${from}>${to}`);
      await checkStay(org, params, from, to);
      await checkHandOffs(org, params, from, to);
      await checkChange(org, params, `${from}>${to}`);
      await checkBottlenecks(org, params);
    }
  });

  async function toldBy(org: Org, params: Params & { by?: (typeof DIMENSIONS)[number] }) {
    return (await getBowtie({ pool: db.pool, org }, toCohortQuery(params), now)).data;
  }

  function ofTotal(told: Awaited<ReturnType<typeof toldBy>>['total'], conversion: string) {
    return told.conversions.find((one) => `${one.from}>${one.to}` === conversion);
  }

  async function checkGroups(org: Org, params: Params, conversion: string, place: number) {
    const by = DIMENSIONS[place % 7] ?? 'segment';
    const and = DIMENSIONS[(place + 3) % 7] ?? 'owner';
    const asked = { ...params, conversion, by, and };
    const { data } = await getGroups({ pool: db.pool, org }, asked, now);
    expect(data.total).toMatchObject(
      countsOf(ofTotal((await toldBy(org, params)).total, conversion)),
    );
    expect(data.groups.reduce((sum, group) => sum + group.base, 0)).toBe(data.total.base);
    for (const group of data.groups.slice(0, 6)) {
      const narrow = { ...params, [by]: [group.key[by] ?? ''], [and]: [group.key[and] ?? ''] };
      const told = ofTotal((await toldBy(org, narrow)).total, conversion);
      expect(group, JSON.stringify(narrow)).toMatchObject(countsOf(told));
    }
  }

  async function checkAges(org: Org, params: Params, conversion: string) {
    const asked = { ...params, conversion, grain: 'month' as const };
    const { data } = await getAges({ pool: db.pool, org }, asked, now);
    for (const cohort of data.cohorts) {
      for (const mark of cohort.marks) {
        const { from, to } = cohort;
        const told = await toldBy(org, { ...params, from, to, window_days: mark.days });
        const own = ofTotal(told.total, conversion);
        expect(cohort.base).toBe(own?.base);
        if (mark.advanced === null) continue;
        expect(mark).toMatchObject({ advanced: own?.advanced, rate: own?.rate });
        expect(own?.open, 'old enough: nothing may be open within the window').toBe(0);
      }
    }
  }

  async function checkStay(org: Org, params: Params, from: LadderStage, to: LadderStage) {
    const asked = { ...params, conversion: `${from}>${to}` };
    const { data, meta } = await getStay({ pool: db.pool, org }, asked, now);
    const question = { org, from, to, params, asOf: Date.parse(meta.as_of) };
    const { base, implied, advanced, regressed } = data;
    const { back: _, ...moves } = await countMovesPlainly(db, question);
    expect({ base, implied, advanced, regressed }).toEqual(moves);
    const ended = data.bins.reduce((sum, bin) => sum + bin.advanced, 0);
    expect(ended).toBe(advanced);
    const limit = data.stuck.limit_days;
    expect(limit).toBe(data.days.p50 === null ? null : 1.5 * data.days.p50);
    const plain = await countStuckPlainly(db, question, limit);
    expect({
      stock: data.stuck.stock,
      records: data.stuck.rows.map((row) => row.record_id),
    }).toEqual(plain);
    expect(data.stuck.count).toBe(plain.records.length);
  }

  async function checkHandOffs(org: Org, params: Params, from: LadderStage, to: LadderStage) {
    const question = { org, from, to, params };
    for (const level of ['role', 'owner'] as const) {
      const asked = { ...params, conversion: `${from}>${to}`, level };
      const { data, meta } = await getHandOffs({ pool: db.pool, org }, asked, now);
      const plain = await countPairsPlainly(
        db,
        { ...question, asOf: Date.parse(meta.as_of) },
        level,
      );
      if (params.window_days === undefined) {
        const pairs = data.pairs.map((pair) => {
          const name = (who: typeof pair.from) => who.owner ?? who.role;
          return [`${name(pair.from)} ${name(pair.to)}`, pair.advanced] as const;
        });
        expect(Object.fromEntries(pairs)).toEqual(plain);
      }
      const told = ofTotal((await toldBy(org, params)).total, `${from}>${to}`);
      const sum = (field: 'base' | 'advanced' | 'lost') =>
        data.from.reduce((total, giver) => total + giver[field], 0);
      expect([sum('base'), sum('advanced'), sum('lost')]).toEqual([
        told?.base,
        told?.advanced,
        told?.lost,
      ]);
    }
  }

  async function checkChange(org: Org, params: Params, conversion: string) {
    const asked = { ...params, from: '2026-02-01', to: '2026-03-01', conversion };
    const change = { ...asked, by: 'segment' as const, compare: 'previous' as const };
    const { data } = await getChange({ pool: db.pool, org }, change, now);
    expect(data.compare).toEqual({ from: '2026-01-01', to: '2026-02-01' });
    const { rate, product } = data;
    if (rate !== null) {
      expect(rate.mix + rate.rate).toBeCloseTo(rate.change, 12);
      const parts = data.parts.reduce((sum, part) => sum + (part.mix ?? 0) + (part.rate ?? 0), 0);
      expect(parts).toBeCloseTo(rate.change, 10);
      const { conversion: _, ...rest } = asked;
      expect(rate.after).toBe(ofTotal((await toldBy(org, rest)).total, conversion)?.rate);
    }
    if (product === null) return;
    const cents = (amount: string) => Math.round(Number(amount) * 100);
    const split = product.factors.reduce((sum, one) => sum + cents(one.contribution), 0);
    expect(split).toBe(cents(product.after) - cents(product.before));
  }

  async function checkBottlenecks(org: Org, params: Params) {
    const asked = { ...params, by: 'segment' as const };
    const { data } = await getBottlenecks({ pool: db.pool, org }, asked, now);
    const told = await toldBy(org, asked);
    const [first] = data.rows;
    if (first !== undefined) {
      // Looking into a group by a filter says the same of it.
      const into = { ...asked, segment: [first.key.segment ?? ''] };
      const alone = (await getBottlenecks({ pool: db.pool, org }, into, now)).data.rows[0];
      const { targets: _, ...rest } = first;
      expect(alone).toMatchObject(rest);
    }
    for (const row of data.rows) {
      const group = told.groups.find((one) => one.key.segment === row.key.segment);
      const own = group && ofTotal(group, `${row.from}>${row.to}`);
      expect(row).toMatchObject({ base: own?.base ?? 0, advanced: own?.advanced ?? 0 });
      const until = { ...params, to: row.settled.to, segment: [row.key.segment ?? ''] };
      const settled = ofTotal((await toldBy(org, until)).total, `${row.from}>${row.to}`);
      expect(row.rate).toBe(settled?.rate);
      expect(row.settled).toMatchObject({ base: settled?.base, advanced: settled?.advanced });
      const target = row.targets.benchmark;
      if (target === null || row.rate === null || row.downstream === null) continue;
      const wins = row.base * Math.max(0, target.rate - row.rate) * row.downstream;
      const arr = target.wins_a_year * Number(row.amount_per_win);
      expect(Number(target.arr_a_year) / Math.max(1, arr)).toBeCloseTo(arr / Math.max(1, arr), 2);
      expect(target.wins_a_year > 0).toBe(wins > 0);
    }
  }
});

function countsOf(told: object | undefined) {
  const { from: _, to: __, approximate: ___, ...counts } = (told ?? {}) as Record<string, unknown>;
  return counts;
}
