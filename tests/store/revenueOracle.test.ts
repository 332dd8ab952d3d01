import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCents } from '#lib/bowtie/money.ts';
import { periodsOf } from '#lib/bowtie/periods.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { RecordRow } from '#lib/contract/records.ts';
import type { ReportContext } from '#lib/reports/context.ts';
import { getArr } from '#lib/reports/getArr.ts';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { getRecords } from '#lib/reports/getRecords.ts';
import { streamRecords } from '#lib/reports/streamRecords.ts';
import { differences } from '#tests/support/closeTo.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { knowValues, loadHistory } from '#tests/support/loadHistory.ts';
import { moneyText } from '#tests/support/oracleMoney.ts';
import { oracleRevenue } from '#tests/support/oracleRevenue.ts';
import { toQuery } from '#tests/support/oracleWire.ts';
import { randomContracts } from '#tests/support/randomContracts.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

const NOW = new Date(RANDOM_NOW);

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

type Told = ReturnType<ReturnType<typeof oracleRevenue>>;

function money(told: Told) {
  return {
    new: moneyText(told.new),
    reactivation: moneyText(told.reactivation),
    expansion: moneyText(told.expansion),
    contraction: moneyText(told.contraction),
    churn: moneyText(told.churn),
  };
}

function rates({ nrr, grr, logo_retention }: Told) {
  return { nrr, grr, logo_retention };
}

function loop(told: Told) {
  return {
    start_arr: moneyText(told.start),
    ...money(told),
    end_arr: moneyText(told.end),
    ...rates(told),
    renewals: told.renewals,
  };
}

/** The base of retention: all pages with the count told, the sums, the parts, and the file. */
async function retainedOf(context: ReportContext, bowtie: BowtieQuery) {
  const ask = (retention: 'base' | 'kept' | 'lost', offset: number) => {
    const sort = { field: 'end_amount', descending: true } as const;
    const page = { match: [], sort, limit: 2, cursor: null, offset };
    return { bowtie, selector: { retention }, ...page };
  };
  const pages: RecordRow[] = [];
  const first = await getRecords(context, ask('base', 0), NOW);
  for (let more = first; more.data.rows.length > 0; ) {
    pages.push(...more.data.rows);
    more = await getRecords(context, ask('base', pages.length), NOW);
  }
  const file: RecordRow[] = [];
  await streamRecords(context, ask('base', 0), NOW, async (rows) => {
    file.push(...rows);
  });
  expect(file).toEqual(pages);
  const count = async (part: 'kept' | 'lost') =>
    (await getRecords(context, ask(part, 0), NOW)).data.count;
  const sum = (field: 'amount' | 'end_amount' | 'kept_amount') =>
    moneyText(pages.reduce((all, row) => all + parseCents(row[field] ?? ''), 0n));
  return {
    sums: [sum('amount'), sum('end_amount'), sum('kept_amount')],
    n: new Set(pages.map((row) => row.record_id)).size,
    told: first.data.count,
    left: await count('lost'),
    kept: await count('kept'),
    lines: file.length,
  };
}

describe('the loop against the plain oracle', () => {
  const cases = randomHistories(2718, 24, 4).map(({ history, org, queries }, index) => ({
    index,
    // Every third organization has no contract: its revenue is told by events.
    history: { ...history, contracts: index % 3 === 0 ? [] : randomContracts(index, 4 + index) },
    settings: { ...org, renewal_grace_days: [0, 0, 10, 45][index % 4] ?? 0 },
    queries: queries.map((query, place) => ({
      ...query,
      ...(place % 2 === 0 ? {} : { from: '2025-09-10', to: '2026-05-20' }),
      compare: 'none' as const,
    })),
  }));

  it.each(cases)('history $index', async ({ history, settings, queries }) => {
    const org = await loadHistory(db, settings, history, RANDOM_NOW);
    await knowValues(
      db,
      org,
      queries.map((query) => query.where ?? {}),
    );
    const context = { pool: db.pool, org };
    for (const query of queries) {
      const bowtie = toQuery(query);
      const told = oracleRevenue(history, settings, query, RANDOM_NOW);
      const note = JSON.stringify({ settings, query });
      const { data } = await getBowtie(context, bowtie, NOW);
      expect(differences(data.total.loop, loop(told(query, null))), note).toEqual([]);
      for (const group of data.groups) {
        const value = Object.values(group.key)[0] ?? '';
        expect(differences(group.loop, loop(told(query, value))), `${note} ${value}`).toEqual([]);
      }
      const listed = await retainedOf(context, bowtie);
      const { retained, customers_start: n } = told(query, null);
      const { base, end, kept, left } = retained;
      const sums = [base, end, kept].map(moneyText);
      expect(listed, note).toEqual({ sums, n, told: n, left, kept: n - left, lines: n });
      const arr = await getArr(context, { bowtie, grain: 'month' }, NOW);
      const rules = { weekStart: 'mon', fiscalStartMonth: 1 } as const;
      const months = periodsOf(query, 'month', rules);
      const parts = [
        { got: arr.data.total, value: null },
        ...arr.data.groups.map((got) => ({ got, value: Object.values(got.key)[0] ?? '' })),
      ];
      for (const { got, value } of parts) {
        const periods = months.map((days) => {
          const { start, end, ...rest } = told(days, value);
          const ends = { start: moneyText(start), end: moneyText(end) };
          const { customers_start, customers_end } = rest;
          return { ...days, ...ends, ...money(told(days, value)), customers_start, customers_end };
        });
        const wanted = { periods, ...rates(told(query, value)) };
        expect(differences(got, wanted), `${note} ${value}`).toEqual([]);
      }
    }
  });
});
