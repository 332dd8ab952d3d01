import { z } from 'zod';
import { parseCents } from '#lib/bowtie/money.ts';
import { MAX_TEXT } from './fields.ts';
import { isStorable } from './isStorable.ts';

const MOST_NAMES = 1000;
const MOST_BANDS = 20;

/** The longest amount that a record can have, in whole cents. */
const AMOUNT = /^\d{1,28}(\.\d{1,2})?$/;

const value = z
  .string()
  .max(MAX_TEXT)
  .refine((text) => text.trim() !== '', 'must not be empty')
  .refine(isStorable, 'holds a character that is not text');

const names = z
  .record(value, value)
  .refine(
    (given) => Object.keys(given).length <= MOST_NAMES,
    `must name at most ${MOST_NAMES} values`,
  )
  .describe('A value as it was written, and the segment that it counts under');

const band = z.strictObject({
  from: z
    .string()
    .regex(AMOUNT, 'must be an amount at or above 0 with at most two decimals, as "10000"'),
  segment: value,
});

const bands = z
  .array(band)
  .max(MOST_BANDS, `must be at most ${MOST_BANDS} bands`)
  .superRefine((list, context) => {
    for (const [index, { from }] of list.entries()) {
      const before = list[index - 1]?.from;
      if (before === undefined || !AMOUNT.test(before) || !AMOUNT.test(from)) continue;
      if (parseCents(from) > parseCents(before)) continue;
      const message = `must be above the band before it, "${before}"`;
      context.addIssue({ code: 'custom', path: [index, 'from'], message });
    }
  })
  .describe('From an amount of a year on, in the reporting currency: the segment; ascending');

/** How the segment of what neither a record nor its account names, or names otherwise, is told. */
export const segmentRule = z.strictObject({ names, bands });
