import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArrStep } from '#lib/bowtie/arrSteps.ts';
import { addDays } from '#lib/bowtie/localDay.ts';
import { loopPeriod } from '#lib/bowtie/loopMovements.ts';
import { retention, retentionOf } from '#lib/bowtie/retention.ts';
import { unitIndex } from '#lib/bowtie/unitIndex.ts';

const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-01-01', days));
const amount = fc.constantFrom(0n, 0n, 100n, 250n, 10n ** 30n);

/** Steps as `arrSteps` gives them: days ascend, and each changes something. */
const unit = fc
  .uniqueArray(fc.record({ day, arr: amount }), { maxLength: 4, selector: (step) => step.day })
  .map((steps) => {
    const kept: ArrStep[] = [];
    for (const step of steps.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
      if (step.arr !== (kept.at(-1)?.arr ?? 0n)) kept.push(step);
    }
    return kept;
  });

describe('an index of units', () => {
  it('says of every period what the units themselves say', () => {
    fc.assert(
      fc.property(fc.array(unit), fc.tuple(day, day), (units, days) => {
        const [from = '', to = ''] = days.toSorted();
        const index = unitIndex(units);
        expect(index.period({ from, to })).toEqual(loopPeriod(units, { from, to }));
        const told = retentionOf(index.retention({ from, to }));
        expect(told).toEqual(retention(units, { from, to }));
      }),
    );
  });
});
