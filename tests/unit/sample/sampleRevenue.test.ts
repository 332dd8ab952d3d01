import { describe, expect, test } from 'vitest';
import { SAMPLE_SEED } from '#prisma/sample/loadSample.ts';
import { makeSample } from '#prisma/sample/makeSample.ts';
import type { SampleContract } from '#prisma/sample/types.ts';
import { sampleRecords } from '#tests/support/sampleRecords.ts';

const today = '2026-11-23';
const sample = makeSample({ seed: SAMPLE_SEED, today });
const records = sampleRecords(sample);

const endOf = (row: SampleContract) =>
  row.cancelled_on !== undefined && row.cancelled_on < row.ends_on ? row.cancelled_on : row.ends_on;

/** ARR by account on a day, in the contracts' own currencies. */
function arrOn(day: string, rows = sample.contracts): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    if (row.starts_on > day || day >= endOf(row)) continue;
    sums.set(row.account_id, (sums.get(row.account_id) ?? 0) + Number(row.arr));
  }
  return sums;
}

const total = (sums: Map<string, number>) => [...sums.values()].reduce((a, b) => a + b, 0);

describe('contracts of the sample', () => {
  test('are whole: known accounts, unique ids, an end after the start', () => {
    const accounts = new Set(sample.accounts.map((account) => account.account_id));
    expect(sample.contracts.filter((row) => !accounts.has(row.account_id))).toEqual([]);
    const ids = new Set(sample.contracts.map((row) => row.contract_id));
    expect(ids.size).toBe(sample.contracts.length);
    const wrong = sample.contracts.filter(
      ({ starts_on, ends_on, cancelled_on = ends_on }) =>
        ends_on <= starts_on || cancelled_on < starts_on,
    );
    expect(wrong).toEqual([]);
  });

  test('begin where records were won, at the amount that was won', () => {
    const first = new Map(sample.contracts.map((row) => [row.contract_id, row]));
    const won = records.filter((record) => record.motion === 'new_business' && record.first.won);
    expect(won.length).toBeGreaterThan(400);
    for (const record of won) {
      const contract = first.get(`C-${record.id.slice(2)}-1`);
      const win = record.events.findLast(({ stage }) => stage === 'won');
      expect(contract?.arr).toBe(win?.amount);
      expect(contract?.currency).toBe(win?.currency);
    }
  });

  test('say the same ARR as the events do', () => {
    const byAccount = new Map<string, number>();
    for (const record of records) {
      let arr = 0;
      let account = '';
      let known = false;
      for (const event of record.events) {
        account = event.account_id ?? account;
        const amount = Number(event.amount ?? 0);
        if (event.stage === 'won') known = true;
        if (event.stage === 'won' || (event.stage === 'renewed' && event.amount)) arr = amount;
        if (event.stage === 'expanded') arr += amount;
        if (event.stage === 'contracted') arr = Math.max(0, arr - amount);
        if (event.stage === 'churned') arr = 0;
      }
      if (known) byAccount.set(account, (byAccount.get(account) ?? 0) + arr);
    }
    const installed = new Set(
      sample.contracts
        .filter(({ starts_on }) => starts_on < '2024-11-23')
        .map((row) => row.account_id),
    );
    const fromEvents = new Map([...byAccount].filter(([id]) => !installed.has(id)));
    const fromContracts = new Map([...arrOn(today)].filter(([id]) => !installed.has(id)));
    const ratio = total(fromEvents) / total(fromContracts);
    // Contracts start some days after the win, and late renewals leave gaps.
    expect(ratio).toBeGreaterThan(0.98);
    expect(ratio).toBeLessThan(1.06);
  });

  test('renew, some late, expand, contract and churn', () => {
    const count = (stage: string) =>
      sample.events.filter((event) => event.stage === stage && event.version !== 1).length;
    expect(count('renewed')).toBeGreaterThan(250);
    expect(count('expanded')).toBeGreaterThan(150);
    expect(count('contracted')).toBeGreaterThan(15);
    expect(count('churned')).toBeGreaterThan(60);
    const late = sample.contracts.filter((row) => {
      const [line, n] = [
        row.contract_id.replace(/-\d+$/, ''),
        Number(row.contract_id.match(/\d+$/)),
      ];
      const before = sample.contracts.find(({ contract_id }) => contract_id === `${line}-${n - 1}`);
      return before !== undefined && row.starts_on > before.ends_on;
    });
    expect(late.length).toBeGreaterThan(15);
  });

  test('give the retention of each tier', () => {
    const nrr = (segment: string) => {
      const own = sample.contracts.filter((row) => row.segment === segment);
      const start = arrOn('2025-11-22', own);
      const end = arrOn('2026-11-22', own);
      return [...start.keys()].reduce((sum, id) => sum + (end.get(id) ?? 0), 0) / total(start);
    };
    expect(nrr('small')).toBeGreaterThan(0.78);
    expect(nrr('small')).toBeLessThan(1);
    expect(nrr('mid')).toBeGreaterThan(0.92);
    expect(nrr('key')).toBeGreaterThan(1.05);
  });

  test('have a rate for every foreign amount and a cost for every month', () => {
    const first = sample.rates[0]?.onDate ?? '';
    const foreign = sample.contracts.filter((row) => row.currency === 'EUR');
    expect(foreign.length).toBeGreaterThan(100);
    expect(foreign.filter((row) => row.starts_on < first)).toEqual([]);
    const months = new Set(sample.costs.map(({ month }) => month));
    expect(months.size).toBe(25);
    expect(sample.costs.filter(({ kind }) => kind === 'channel').length).toBe(25 * 8);
    expect(sample.costs.filter(({ kind }) => kind === 'role').length).toBe(25 * 7);
  });
});
