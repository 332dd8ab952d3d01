import { expect, test } from 'vitest';
import type { PlanForecast } from '#lib/contract/planForecast.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import {
  causesSheet,
  forecastCauses,
  mainCauses,
  projectedOf,
} from '#lib/view/plan/forecastCauses.ts';
import { causeDrill, pipelineDrill } from '#lib/view/plan/forecastDrill.ts';
import { forecastRows, partsSheet } from '#lib/view/plan/forecastRows.ts';
import { signedMoney } from '#lib/view/plan/signedMoney.ts';
import { parseDrill } from '#lib/view/records/drill.ts';

const none = { stage: null, count: null, base: null, rate: null, value: null };
const sal = { ...none, part: 'pipeline', stage: 'sal', value: '10.00' } as const;
const parts: PlanForecast['parts'] = [
  { ...none, part: 'actual', segment: 'small', arr: '100.00' },
  { ...none, part: 'actual', segment: 'key', arr: '300.00' },
  { ...sal, segment: 'small', count: 6, rate: 0.5, arr: '30.00' },
  { ...sal, segment: 'key', count: 2, rate: 0.1, arr: '2.00' },
  { ...none, part: 'due', segment: 'key', count: 2, base: '50.00', rate: 0.2, arr: '-10.00' },
];
const rate = { base: 30, horizon_days: 60, source: 'segment' as const };
const forecast: PlanForecast = {
  ...{ start: '2026-01-01', end: '2027-01-01', days_left: 40, arr: '422.00', actual: '400.00' },
  ...{ target: '500', parts, required: null, weeks: [] },
  odds: { p10: '1.00', p50: '2.00', p90: '3.00', p_hit: 0.1, mean: '2.00', seed: 1, runs: 1 },
  change: {
    ...{ since: '2026-11-16', before: '402.00', change: '20.00' },
    causes: [
      { cause: 'lost', segment: 'small', records: 3, arr: '-15.00' },
      { cause: 'won', segment: 'small', records: 1, arr: '30.00' },
      { cause: 'won', segment: 'key', records: 1, arr: '6.00' },
      { cause: 'rates', segment: 'key', records: null, arr: '-1.00' },
    ],
  },
  rates: [
    { ...rate, segment: 'small', conversion: 'sal>won', rate: 0.6 },
    { ...rate, segment: 'small', conversion: 'sql>sal', rate: 0.9 },
    { ...rate, segment: 'small', conversion: 'won>revenue', rate: 1 },
  ],
  measured: {
    rates: { from: '2025-11-24', to: '2026-11-24' },
    volumes: { from: '2026-08-24', to: '2026-11-23' },
  },
};

test('the steps lead from what was known to what is known', () => {
  const view = forecastCauses(forecast, null);
  expect(view?.steps.map(({ cause, from, to, records }) => [cause, from, to, records])).toEqual([
    ['won', 402, 438, 2],
    ['lost', 438, 423, 3],
    ['rates', 423, 422, null],
  ]);
  expect([view?.before, view?.after, view?.change]).toEqual(['402.00', '422.00', '20.00']);
  expect(view && mainCauses(view, 2).map(({ cause }) => cause)).toEqual(['won', 'lost']);
});

test('a segment has its own way, and ends where its parts end', () => {
  const view = forecastCauses(forecast, 'key');
  expect([view?.before, view?.after, view?.change]).toEqual(['287.00', '292.00', '5.00']);
  expect(projectedOf(forecast, 'key')).toBe('292.00');
  expect(forecastCauses({ ...forecast, change: null }, null)).toBeNull();
});

test('a part over segments weighs their shares, and names the rates it rests on', () => {
  const rows = forecastRows(forecast, null);
  expect(rows.map(({ id, count, arr }) => [id, count, arr])).toEqual([
    ['actual', null, '400.00'],
    ['pipeline-sal', 8, '32.00'],
    ['due', 2, '-10.00'],
  ]);
  expect(rows[1]?.share).toBeCloseTo(3.2 / 8, 12);
  expect(rows[1]?.rates.map(({ conversion }) => conversion)).toEqual(['sal>won', 'won>revenue']);
  expect(rows[2]?.share).toBe(0.2);
});

test('files have every part and every reason', () => {
  expect(partsSheet(forecast)).toHaveLength(6);
  expect(causesSheet(forecast)).toHaveLength(5);
});

test('a change has its sign', () => {
  const format = createFormat('en', { currency: 'USD', timeZone: 'UTC' });
  const told = ['12000.00', '-12000.00', '0.00'].map((one) => signedMoney(one, format));
  expect(told).toEqual(['+$12K', '−$12K', '$0']);
});

test('a number of the projection has an address for its records', () => {
  const stages = ['sql', 'sal', 'won'] as const;
  const weeks = [{ as_of: '2026-11-23', arr: '422.00', actual: '400.00' }];
  const asked = { forecast: { ...forecast, weeks }, stages, tier: 'key' };
  const span = 'from=2025-11-24;to=2026-11-24;clock=cohort;segment=key';
  expect(pipelineDrill('sal', asked)).toEqual({ open: `sal>won;${span}`, outcome: 'open' });
  const week = 'from=2026-11-16;to=2026-11-24;clock=cohort';
  for (const fate of ['won', 'lost', 'moved', 'waited', 'came'] as const) {
    const drill = { says: fate, open: `pipeline-${fate};${week}`, outcome: null };
    expect(causeDrill(fate, { ...asked, tier: null })).toEqual(drill);
    expect(parseDrill(drill.open)?.selection).toEqual({ kind: 'pipeline', pipeline: fate });
  }
  expect(causeDrill('left', asked)?.open).toBe(`churn;${week};segment=key`);
  expect(causeDrill('rates', asked)).toBeNull();
});
