import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bucketSort } from '#lib/store/cells/bucketSort.ts';
import { SortedRuns } from '#lib/store/cells/SortedRuns.ts';

const DAY_KEY = 8 * 86_400_000;
const value = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 45 }),
  fc.integer({ min: 0, max: 20 }).map((days) => days * DAY_KEY),
  fc.constant(0),
);
const sorted = (values: readonly number[]) => [...Float64Array.from(values).sort()];

it('sorts into buckets, or leaves all as it was where one would be too full', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 400 }), (values) => {
      const list = Float64Array.from(values);
      const isDone = bucketSort(list);
      expect([...list]).toEqual(isDone ? sorted(values) : values);
    }),
  );
  expect(bucketSort(Float64Array.from({ length: 300 }, (_, i) => (i % 2) + 8))).toBe(false);
  expect(bucketSort(Float64Array.of(3, -1, 2))).toBe(false);
});

it('puts many runs into one, whatever their values', () => {
  const times = fc.oneof(value, fc.integer({ min: -(2 ** 40), max: 2 ** 40 }));
  fc.assert(
    fc.property(fc.array(fc.array(times, { maxLength: 60 }), { maxLength: 12 }), (lists) => {
      const runs = new SortedRuns();
      for (const list of lists) runs.addAll(Float64Array.from(list).sort());
      expect([...runs.take()]).toEqual(sorted(lists.flat()));
    }),
  );
});
