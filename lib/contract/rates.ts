import { z } from 'zod';

const rate = z.strictObject({
  date: z.iso.date(),
  currency: z.string(),
  rate: z.string().describe('Units of the reporting currency per unit'),
});

export const ratesAnswer = z.strictObject({ data: z.array(rate) });

export const ratesBody = z.strictObject({
  csv: z.string().max(5_000_000).describe('Lines of date,currency,rate under that header'),
});

export const ratesTaken = z.strictObject({
  data: z.strictObject({
    rates: z.int().nonnegative(),
    records: z.int().nonnegative().describe('Converted anew before the answer'),
    rederiving: z.boolean().describe('They are not in force yet: see GET /rederive'),
  }),
});

export type RatesAnswer = z.infer<typeof ratesAnswer>;
export type RatesTaken = z.infer<typeof ratesTaken>;
