import { z } from 'zod';
import { isCurrency } from './currency.ts';
import { MAX_ROWS, MAX_SOURCE, MAX_TEXT } from './fields.ts';
import { isStorable } from './isStorable.ts';

const text = (most: number) =>
  z.string().min(1).max(most).refine(isStorable, 'must be text without NUL');

export const oneOffRow = z.strictObject({
  revenue_id: text(MAX_TEXT).describe('With the source it identifies the row'),
  account_id: text(MAX_TEXT),
  day: z.iso.date(),
  amount: z
    .string()
    .regex(/^\d{1,30}(\.\d{1,10})?$/, 'must be a decimal string, not negative')
    .describe('Decimal string; kept to the cent'),
  currency: z
    .string()
    .transform((code) => code.toUpperCase())
    .refine(isCurrency, 'must be an ISO 4217 code')
    .optional()
    .describe("Absent: the organization's"),
  product: text(MAX_TEXT).nullable().optional(),
});

/** Revenue that does not recur. A wrong row refuses the whole call: nothing is half taken. */
export const oneOffBody = z.strictObject({
  source: text(MAX_SOURCE),
  rows: z.array(oneOffRow).max(MAX_ROWS),
});

export const oneOffAnswer = z.strictObject({
  data: z.strictObject({
    received: z.int().nonnegative(),
    accepted: z.int().nonnegative().describe('New, or other than before'),
    duplicates: z.int().nonnegative().describe('Already known: nothing changed'),
  }),
});

export type OneOffRow = z.infer<typeof oneOffRow>;
export type OneOffBody = z.infer<typeof oneOffBody>;
export type OneOffTaken = z.infer<typeof oneOffAnswer>['data'];
