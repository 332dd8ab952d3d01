import { expect, it } from 'vitest';
import { columnNames } from '#lib/ingest/file/columnNames.ts';

it('gives each column a name of its own', () => {
  const names = ['a', 'a', 'a (2)', '', 'a', ' b ', 'b', 'column 4', 'a\0', 'x\ud800'];
  expect(columnNames(names, true)).toEqual([
    ...['a', 'a (2)', 'a (2) (2)', 'column 4', 'a (3)', 'b', 'b (2)', 'column 4 (2)'],
    ...['a\ufffd', 'x\ufffd'],
  ]);
  expect(columnNames(['a', 'b'], false)).toEqual(['1', '2']);
});

it('takes no longer for ten thousand columns of one name than for ten thousand names', () => {
  const names = columnNames(
    Array.from({ length: 10_000 }, () => 'c'),
    true,
  );
  expect(new Set(names).size).toBe(10_000);
  expect(names.at(-1)).toBe('c (10000)');
});
