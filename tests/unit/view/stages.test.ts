import { expect, test } from 'vitest';
import type { Bottleneck } from '#lib/contract/stages.ts';
import { agesDots, agesTable } from '#lib/view/stages/agesRows.ts';
import { type Group, groupsTable, sortGroups } from '#lib/view/stages/groupRows.ts';
import { rankBottlenecks, worstBreak } from '#lib/view/stages/rankBottlenecks.ts';

function group(segment: string, base: number, rate: number | null): Group {
  const days = { n: 0, p25: null, p50: null, p75: null, out_of_order: 0 };
  const ends = { lost: 0, no_decision: 0, expired: 0, open: 0 };
  const key = { segment };
  return { key, base, advanced: 0, ...ends, rate, interval: null, matured: null, days };
}

test('groups sort by any column, without a value last, and back to the given order', () => {
  const groups = [group('small', 10, 0.5), group('mid', 0, null), group('key', 30, 0.2)];
  const names = (sort: Parameters<typeof sortGroups>[1]) =>
    sortGroups(groups, sort).map((one) => one.key.segment);
  expect(names({ column: 'base', descending: true })).toEqual(['key', 'small', 'mid']);
  expect(names({ column: 'rate', descending: false })).toEqual(['key', 'small', 'mid']);
  expect(names({ column: 'rate', descending: true })).toEqual(['small', 'key', 'mid']);
  expect(names({ column: 'name', descending: false })).toEqual(['small', 'mid', 'key']);
  expect(groupsTable(groups, ['segment'])[1]?.slice(0, 2)).toEqual(['small', 10]);
});

function row(
  segment: string,
  settled: number,
  arr: string | null,
  cost: string | null,
): Bottleneck {
  const target = { rate: 0.9, label: 'x', base: 30, wins_a_year: 1, arr_a_year: arr ?? '0' };
  const side = { base: 30, advanced: 20, rate: 0.66 };
  return {
    key: { segment },
    from: 'sql',
    to: 'sal',
    base: 50,
    advanced: 20,
    open: 0,
    settled: { to: '2026-01-01', days: 9, base: settled, advanced: 20 },
    rate: 0.5,
    interval: null,
    amount_per_win: '10.00',
    wins: 5,
    downstream: 1,
    targets: { benchmark: null, best_quarter: null, best_pod: arr === null ? null : target },
    changed:
      cost === null ? null : { on: '2026-01-05', before: side, after: side, arr_a_year: cost },
  };
}

test('the costliest gap comes first; without a target or with too few, last', () => {
  const rows = [
    row('a', 40, '100.00', null),
    row('b', 4, '900.00', '7.00'),
    row('c', 40, null, '9.00'),
  ];
  const ranked = rankBottlenecks([...rows, row('d', 40, '200.00', null)], 'best_pod');
  expect(ranked.map(({ group: name, gain, share }) => [name, gain, share])).toEqual([
    ['d', 200, 1],
    ['a', 100, 0.5],
    ['b', null, 0],
    ['c', null, 0],
  ]);
  expect(worstBreak(rows)?.key.segment).toBe('c');
  expect(worstBreak([row('a', 40, '1.00', null)])).toBeNull();
});

test('a cohort that is too young or too small is a gap at that age, never a zero', () => {
  const mark = (days: number, advanced: number | null) => {
    return { days, advanced, rate: advanced === null ? null : advanced / 10, interval: null };
  };
  const old = { from: '2026-01-01', to: '2026-02-01', base: 10, marks: [mark(7, 0), mark(30, 5)] };
  const young = { ...old, from: '2026-02-01', marks: [mark(7, 2), mark(30, null)] };
  const small = { ...old, from: '2026-03-01', base: 4 };
  const { ages, dots } = agesDots([old, young, small]);
  expect(ages).toEqual([7, 30]);
  expect(dots.map(({ d7, d30 }) => [d7, d30])).toEqual([
    [0, 0.5],
    [0.2, null],
    [null, null],
  ]);
  expect(agesTable([young])[1]).toEqual(['2026-02-01', '2026-02-01', 10, 2, 0.2, null, null]);
});
