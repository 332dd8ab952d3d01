import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { addMonths } from '#lib/bowtie/localDay.ts';

it('lands where the calendar does, whatever the day and however far', () => {
  const days = fc.date({
    noInvalidDate: true,
    min: new Date('0900-01-01'),
    max: new Date('9990-12-31'),
  });
  fc.assert(
    fc.property(days, fc.integer({ min: -3000, max: 3000 }), (date, months) => {
      const day = date.toISOString().slice(0, 10);
      const there = Temporal.PlainDate.from(day).add({ months }).toString();
      expect(addMonths(day, months)).toBe(there);
    }),
  );
});

it('refuses what is no day', () => {
  expect(() => addMonths('2026-02-30', 1)).toThrow(RangeError);
  expect(() => addMonths('2026-13-01', 1)).toThrow(RangeError);
});
