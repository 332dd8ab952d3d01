import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridCell, gridEnd, gridMs } from '#lib/bowtie/durationGrid.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';

const duration = fc.oneof(
  fc.integer({ min: 0, max: 400 }),
  fc.integer({ min: 0, max: 100 * DAY_MS }),
  fc.integer({ min: 0, max: 4000 * DAY_MS }),
);

describe('the grid of durations', () => {
  it('stands for a duration with at most half a percent of error', () => {
    fc.assert(
      fc.property(duration, (ms) => {
        const cell = gridCell(ms);
        expect(gridEnd(cell)).toBeGreaterThanOrEqual(ms);
        if (cell > 0) expect(gridEnd(cell - 1)).toBeLessThan(ms);
        expect(Math.abs(gridMs(cell) - ms)).toBeLessThanOrEqual(0.005 * ms);
      }),
      { numRuns: 2000 },
    );
  });

  it('never blurs a limit of whole days', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3650 }),
        fc.integer({ min: -3, max: 3 }),
        (days, by) => {
          const ms = Math.max(0, days * DAY_MS + by);
          expect(gridMs(gridCell(ms)) <= days * DAY_MS).toBe(ms <= days * DAY_MS);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
