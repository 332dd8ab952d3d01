import { expect, test } from 'vitest';
import { benchRow } from '#lib/cli/bench/benchRow.ts';
import { formatTable } from '#lib/cli/bench/formatTable.ts';

const copy = { name: 'copy', size: '100k', value: 2, unit: 's' };

test('a row against another carries their ratio, and its goal is about the ratio', () => {
  const base = { name: 'import', size: '100k', value: 9.00012, unit: 's' };
  const goal = { op: '<=', value: 4 } as const;
  expect(benchRow(base, { against: copy, goal })).toEqual({
    ...base,
    value: 9,
    against: 'copy',
    ratio: 4.5,
    goal,
    met: false,
  });
});

test('a goal without a ratio is about the value', () => {
  const base = { name: 'import memory', size: '100k', value: 400, unit: 'MB' };
  expect(benchRow(base, { goal: { op: '<=', value: 400 } }).met).toBe(true);
  expect(benchRow(base)).toEqual(base);
});

test('the table has its columns under their heads', () => {
  const rows = [
    benchRow(copy),
    benchRow({ name: 'import', size: '100k', value: 10.5, unit: 's' }, { against: copy }),
  ];
  expect(formatTable(rows).split('\n')).toEqual([
    'measure  size  value  unit  against  ratio  goal  met',
    'copy     100k      2  s',
    'import   100k   10.5  s     copy      5.25',
  ]);
});
