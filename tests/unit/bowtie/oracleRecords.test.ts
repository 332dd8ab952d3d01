import { expect, test } from 'vitest';
import { type OracleQuery, oracleBowtie } from '#tests/support/oracle.ts';
import { oracleRecords } from '#tests/support/oracleRecords.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

const OUTCOMES = ['advanced', 'lost', 'no_decision', 'expired', 'open'] as const;
const cases = randomHistories(20260501, 5, 3);

test('behind every number of the oracle stand as many records', { timeout: 60_000 }, () => {
  let rows = 0;
  for (const { history, org, queries } of cases) {
    for (const query of queries) {
      const { total } = oracleBowtie(history, org, query, RANDOM_NOW).data;
      const ask = (selector: Parameters<typeof oracleRecords>[3], asked: OracleQuery = query) =>
        oracleRecords(history, org, asked, selector, RANDOM_NOW).length;
      for (const { stage, entries } of total.stages) {
        expect(ask({ stage })).toBe(entries);
        rows += entries;
      }
      for (const one of total.conversions) {
        const conversion = `${one.from}>${one.to}` as const;
        if (query.clock === 'period') expect(ask({ conversion })).toBe(one.advanced);
        else {
          expect(ask({ conversion })).toBe(one.base);
          for (const outcome of OUTCOMES) expect(ask({ conversion, outcome })).toBe(one[outcome]);
        }
      }
    }
  }
  expect(rows).toBeGreaterThan(100);
});
