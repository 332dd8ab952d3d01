import { expect, it } from 'vitest';
import { pauseAfter } from '#lib/cli/up/pauseAfter.ts';

it('waits twice as long after each fault, up to half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 1_000].map(pauseAfter)).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
});
