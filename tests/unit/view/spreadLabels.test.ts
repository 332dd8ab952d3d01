import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from '#lib/view/spreadLabels.ts';

test('labels with room stay where they are', () => {
  expect(spreadLabels([10, 60, 110], 30, [0, 200])).toEqual([10, 60, 110]);
});

test('labels on each other move apart', () => {
  expect(spreadLabels([0, 5, 10, 190], 30, [0, 200])).toEqual([0, 30, 60, 190]);
  expect(spreadLabels([150, 198, 199], 30, [0, 200])).toEqual([140, 170, 200]);
});

test('never nearer than the gap, never outside where there is room', () => {
  const places = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(places, (unsorted) => {
      const spread = spreadLabels(
        [...unsorted].sort((a, b) => a - b),
        36,
        [0, 200],
      );
      spread.forEach((place, index) => {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(200);
        if (index > 0) expect(place - (spread[index - 1] ?? 0)).toBeGreaterThanOrEqual(36);
      });
    }),
  );
});
