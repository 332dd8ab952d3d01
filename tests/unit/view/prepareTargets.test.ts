import { expect, test } from 'vitest';
import type { TargetPoint } from '#lib/contract/planTargets.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import { prepareTargets, runningDot, targetTable } from '#lib/view/prepareTargets.ts';
import { metricName, sayMetric, trendMetrics } from '#lib/view/trendMetric.ts';

const month = (place: number) => `2026-0${place}-01`;
const point = (place: number, value: number) => {
  return { from: month(place), to: month(place + 1), value, complete: place < 4 };
};
const target = (place: number, more: Partial<TargetPoint> = {}): TargetPoint => {
  const none = { target: null, expected: null, sum: null, expected_sum: null };
  return { from: month(place), to: month(place + 1), ...none, ...more };
};

const plan = { start: '2026-02-01', end: '2026-07-01' };
const asked = { today: '2026-04-12', sum: false, grain: 'month', plan, least: 0.5 } as const;
// The plan begins in February; April runs; May has not begun.
const points = [point(1, 8), point(2, 10), point(3, 7), point(4, 3), point(5, 0)];
const targets = [
  target(1),
  target(2, { target: 10, sum: 10 }),
  target(3, { target: 10, sum: 20 }),
  target(4, { target: 10, sum: 30, expected: 3.5, expected_sum: 23.5 }),
  target(5, { target: 10, sum: 40 }),
];

test('each interval stands beside its target; the one that runs beside what is due by now', () => {
  const dots = prepareTargets(points, targets, asked);
  expect(dots.map(({ value }) => value)).toEqual([8, 10, 7, 3, null]);
  expect(dots.map(({ solid }) => solid)).toEqual([8, 10, 7, null, null]);
  // The line so far begins where the whole intervals end.
  expect(dots.map(({ soFar }) => soFar)).toEqual([null, null, 7, 3, null]);
  expect(dots.map((one) => one.target)).toEqual([null, 10, 10, 10, 10]);
  expect(dots.map(({ status }) => status)).toEqual([null, 'ahead', 'behind', 'near', null]);
  expect(runningDot(dots)).toMatchObject({ from: '2026-04-01', expected: 3.5 });
});

test('added up, all of it is held against the sum of the targets', () => {
  const dots = prepareTargets(points.slice(1), targets, { ...asked, sum: true });
  expect(dots.map(({ value }) => value)).toEqual([10, 17, 20, null]);
  expect(dots.map((one) => one.target)).toEqual([10, 20, 30, 40]);
  expect(dots[2]).toMatchObject({ expected: 23.5, status: 'near' });
  expect(targetTable(dots)).toEqual([
    ['from', 'to', 'actual', 'target', 'expected_by_now', 'status', 'complete'],
    ['2026-02-01', '2026-03-01', 10, 10, null, 'ahead', 'yes'],
    ['2026-03-01', '2026-04-01', 17, 20, null, 'near', 'yes'],
    ['2026-04-01', '2026-05-01', 20, 30, 23.5, 'near', 'no'],
    ['2026-05-01', '2026-06-01', null, 40, null, null, 'no'],
  ]);
});

test('judges and draws no interval that is cut', () => {
  const week = (from: string, to: string, complete = true) => ({ from, to, value: 3, complete });
  const weeks = [
    week('2026-01-26', '2026-02-02'),
    week('2026-02-02', '2026-02-09'),
    week('2026-04-06', '2026-04-13', false),
    week('2026-04-13', '2026-04-15', false),
  ];
  const own = [2, 3, 4, 1].map((one, i) => {
    const expected = i === 2 ? 0.4 : null;
    const { from = '', to = '' } = weeks[i] ?? {};
    return { from, to, target: one, expected, sum: null, expected_sum: null };
  });
  const dots = prepareTargets(weeks, own, { ...asked, grain: 'week' });
  expect(dots.map(({ line }) => line)).toEqual([null, 3, 4, null]);
  // The first began before the plan; of the one that runs not half an entry is due.
  expect(dots.map(({ status }) => status)).toEqual([null, 'ahead', null, null]);
});

test('without a plan there is what came, and no verdict', () => {
  const dots = prepareTargets(points, [], { ...asked, plan: null });
  expect(dots.map(({ value }) => value)).toEqual([8, 10, 7, 3, null]);
  expect(dots.every((one) => one.target === null && one.status === null)).toBe(true);
  expect(runningDot(dots)).toBeNull();
});

test('the metrics are the stages that are on, and money where there is any', () => {
  const ids = (hasRevenue: boolean) => trendMetrics(['mql', 'won'], hasRevenue).map(({ id }) => id);
  expect(ids(false)).toEqual(['entries:mql', 'entries:won']);
  expect(ids(true)).toEqual(['entries:mql', 'entries:won', 'arr', 'nrr']);
  const format = createFormat('en', { currency: 'USD', timeZone: 'UTC' });
  const said = trendMetrics(['won'], true).map((one) => sayMetric(one, 1234.5, format));
  expect(said).toEqual(['1,235', '$1.23K', '123,450.0%']);
  const [won, arr] = trendMetrics(['won'], true);
  expect(won && metricName(won).values).toEqual({ stage: { key: 'terms.stage.won' } });
  expect(arr && sayMetric(arr, null, format)).toBe('—');
});
