import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoopCohort, LoopPartAnswer, LoopTrailing } from '#lib/contract/loop.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import {
  loopDrill,
  openMovement,
  openPaying,
  openRenewal,
  openRetention,
  parseLoopSelection,
} from '#lib/view/loop/loopSelection.ts';
import { niceTicks } from '#lib/view/loop/niceTicks.ts';
import { type ArrPeriod, bridgeTable, prepareBridge } from '#lib/view/loop/prepareBridge.ts';
import { prepareGrowth } from '#lib/view/loop/prepareGrowth.ts';
import { prepareHeatmap } from '#lib/view/loop/prepareHeatmap.ts';
import { prepareLoopHeadline } from '#lib/view/loop/prepareLoopHeadline.ts';
import { prepareRenewals, rowsWithin } from '#lib/view/loop/prepareRenewals.ts';
import { prepareSteps } from '#lib/view/loop/prepareSteps.ts';

const format = createFormat('en', { currency: 'USD', timeZone: 'UTC' });
const days = { from: '2026-01-01', to: '2026-02-01' };

function period(money: Partial<Record<'start' | 'new' | 'expansion' | 'churn', number>>) {
  const { start = 0, new: fresh = 0, expansion = 0, churn = 0 } = money;
  const text = (cents: number) => cents.toFixed(2);
  return {
    ...days,
    ...{ start: text(start), new: text(fresh), reactivation: '0.00' },
    ...{ expansion: text(expansion), contraction: '0.00', churn: text(churn) },
    ...{ end: text(start + fresh + expansion - churn), final: true },
    ...{ customers_start: 2, customers_end: 3 },
  } satisfies ArrPeriod;
}

const point = {
  ...{ at: '2026-02-01', from: '2025-02-01', nrr: 1.1, grr: 0.9, logo_retention: 0.8 },
  ...{ base_arr: '100.00', base_customers: 10 },
  ...{ end_arr: '110.00', kept_arr: '90.00', kept_customers: 8 },
} satisfies LoopTrailing;

function part(whole: ArrPeriod, trailing: LoopTrailing[]): LoopPartAnswer {
  return {
    periods: [whole],
    whole,
    trailing,
    ...{ nrr: null, grr: null, logo_retention: null, unconverted: 0 },
  };
}

describe('the bridge', () => {
  test('stacks what adds from the start, hangs what takes away, and arrives at the end', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, amount, (start, fresh, expansion, lost) => {
        const churn = Math.min(lost, start);
        const { columns } = prepareBridge([period({ start, new: fresh, expansion, churn })]);
        const [column] = columns;
        const top = column?.gains.at(-1)?.high ?? column?.start ?? 0;
        expect(column?.gains[0]?.low ?? start).toBe(start);
        expect(column?.losses.at(-1)?.low ?? top).toBe(column?.end);
        expect(column?.losses[0]?.high ?? top).toBe(top);
      }),
    );
  });

  test('cuts its axis only where the steps would be too small, and then says so', () => {
    expect(prepareBridge([period({ start: 1000, new: 10 })])).toMatchObject({ cut: true });
    expect(prepareBridge([period({ start: 10, new: 1000 })])).toMatchObject({ cut: false, low: 0 });
    expect(prepareBridge([])).toMatchObject({ cut: false, low: 0 });
    expect(prepareBridge([period({})]).high).toBeGreaterThan(0);
  });

  test('is exported to the cent', () => {
    const [head, row] = bridgeTable([period({ start: 1, new: 0.1, churn: 0.3 })]);
    expect(head?.slice(0, 4)).toEqual(['from', 'to', 'start', 'new']);
    expect(row).toContain('0.80');
  });
});

test('ticks are round, few and around the values', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.integer({ min: 1, max: 10_000_000 }),
      (low, span) => {
        const ticks = niceTicks(low, low + span);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks[0]).toBeLessThanOrEqual(low);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span);
      },
    ),
  );
  expect(niceTicks(0, 10)).toEqual([0, 2, 4, 6, 8, 10]);
});

test('growth splits the end of a period into kept, added and new; no opening ARR is no rate', () => {
  const { columns } = prepareGrowth(
    [period({ start: 100, new: 50, expansion: 20, churn: 10 }), period({ new: 5 })],
    [point],
  );
  expect(columns[0]).toMatchObject({ retained: 90, expansion: 20, fresh: 50, end: 160, nrr: 1.1 });
  expect(columns[0]?.growth).toBeCloseTo(0.6);
  expect(columns[1]).toMatchObject({ growth: null, nrr: null });
});

describe('the heatmap', () => {
  const cohort: LoopCohort = {
    ...{ from: '2026-01-01', to: '2026-04-01', customers: 10, start_arr: '100.00' },
    cells: [{ arr: '150.00', kept: '90.00', customers: 8 }],
  };

  test('shows one of three measures', () => {
    const rate = (measure: 'net' | 'gross' | 'customers') =>
      prepareHeatmap([cohort], measure)[0]?.cells[0]?.rate;
    expect([rate('net'), rate('gross'), rate('customers')]).toEqual([1.5, 0.9, 0.8]);
  });

  test('has no percentage of fewer than five customers', () => {
    const few = { ...cohort, customers: 4 };
    expect(prepareHeatmap([few], 'net')[0]?.cells[0]).toMatchObject({ rate: null, level: 0 });
  });
});

test('the headline is as strong as the data', () => {
  const say = (whole: ArrPeriod, trailing: LoopTrailing[]) => {
    const { title, detail } = prepareLoopHeadline(part(whole, trailing), format);
    return [title.key, detail.key];
  };
  expect(say(period({ start: 100, new: 50 }), [point])).toEqual(['loop.say.grew', 'loop.say.kept']);
  expect(say(period({ start: 100, churn: 50 }), [{ ...point, base_customers: 4 }])).toEqual([
    ...['loop.say.fell', 'loop.say.few'],
  ]);
  expect(say(period({ new: 50 }), [{ ...point, nrr: null }])).toEqual([
    ...['loop.say.began', 'loop.say.noBase'],
  ]);
  expect(say(period({ start: 100 }), [])).toEqual(['loop.say.level', 'loop.say.noBase']);
  expect(say(period({}), [])).toEqual(['loop.say.none', 'loop.say.noneText']);
});

test('what is open has an address, and a wrong one opens nothing', () => {
  expect(parseLoopSelection(openMovement('churn', days))).toEqual({
    ...{ kind: 'movement', name: 'churn' },
    ...days,
  });
  expect(parseLoopSelection(openRenewal('open', days))).toMatchObject({ kind: 'renewal' });
  const kept = parseLoopSelection(openRetention('kept', days));
  expect(kept && loopDrill(kept)).toEqual({
    selection: { kind: 'retention', retention: 'kept' },
    narrow: { from: days.from, to: days.to },
  });
  const paying = parseLoopSelection(openPaying(days.to));
  expect(paying && loopDrill(paying).narrow).toEqual({ from: days.to, to: days.to });
  for (const wrong of [
    null,
    '',
    'churn',
    'churn.2026-01-01',
    'x.2026-01-01.2026-02-01',
    'churn.a.b',
  ]) {
    expect(parseLoopSelection(wrong), String(wrong)).toBeNull();
  }
});

test('the renewal book rates only what is decided, and narrows its rows', () => {
  const money = { due_arr: '0', renewed_arr: '0', open_arr: '0', churned_arr: '0' };
  const totals = {
    ...{ ...days, ...money, retained_arr: '0', uplift_arr: '0', at_risk: 0, at_risk_arr: '0' },
    ...{ due: 5, renewed: 3, churned: 1, open: 1 },
  };
  const row = {
    ...{ contract_id: 'c', account_id: 'a', account_name: null, arr: '1.00', successor_arr: null },
    ...{ segment: 'small', product: 'unknown', outcome: 'open' as const, risks: [] },
  };
  const book = {
    day: '2026-01-01',
    coming: [{ days: 30, ...totals }],
    overdue: totals,
    past: totals,
    rows: [
      { ...row, ends_on: '2026-01-31', risks: ['shrank' as const] },
      { ...row, ends_on: '2026-02-01' },
    ],
  };
  expect(prepareRenewals(book).map(({ id, rate }) => [id, rate])).toEqual([
    ['past', 0.75],
    ['overdue', null],
    ['30', null],
  ]);
  expect(rowsWithin(book, '30', false)).toHaveLength(1);
  expect(rowsWithin(book, '30', true)).toHaveLength(1);
  expect(rowsWithin(book, '90', true)).toHaveLength(1);
});

test('steps of an account fill the time from the first one to now', () => {
  const step = { movement: 'new' as const, amount: '1.00', arr: '1.00' };
  const steps = [
    { ...step, day: '2026-01-01' },
    { ...step, day: '2026-01-06', arr: '3.00' },
  ];
  const account = { account_id: 'a', name: null, day: '2026-01-11', contracts: [], moments: [] };
  const { spans, most } = prepareSteps({ ...account, steps });
  expect(spans.map(({ left, width }) => [left, width])).toEqual([
    [0, 50],
    [50, 50],
  ]);
  expect(most).toBe(3);
  expect(prepareSteps({ ...account, steps: [] }).spans).toEqual([]);
});
