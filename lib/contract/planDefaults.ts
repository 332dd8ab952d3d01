import { z } from 'zod';
import { LADDER } from '#lib/bowtie/stages.ts';
import { planMeta } from './planMeta.ts';
import { role, startDay } from './plans.ts';

const money = z.string();
const weights = z.array(z.number());

export const planDefaultsParams = z.strictObject({
  start: startDay,
  months: z
    .string()
    .regex(/^([1-9]|[1-5]\d|60)$/, 'must be a number of months from 1 to 60')
    .transform(Number)
    .default(12),
});

const segment = z.strictObject({
  key: z.string(),
  opening_arr: money,
  nrr: z.number(),
  grr: z.number().optional(),
  share: z.number(),
  acv: money,
  discount: z.number(),
  conversions: z.record(z.string(), z.number()),
  lags: z.record(z.string(), weights),
  seasonality: weights.optional(),
  pipeline: z
    .strictObject({
      months_to_start: z.int(),
      elapsed: z.number(),
      open: z.record(z.string(), weights).describe('Open entries by calendar months of age'),
      still_open: z.record(z.string(), weights).optional(),
    })
    .optional(),
});

const best = z.strictObject({
  months: z.record(z.string(), z.strictObject({ best: z.number(), month: z.string() })),
  rates: z.record(
    z.string(),
    z.strictObject({ best: z.number(), base: z.int(), from: z.iso.date(), to: z.iso.date() }),
  ),
});

const actual = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  entries: z.partialRecord(z.enum(LADDER), z.int()),
  won_arr: money,
  wins: z.int().describe('With a known amount'),
});

const band = z.strictObject({
  band: z.string(),
  acv: money.describe('The middle of the band'),
  discount: z.number(),
  nrr: z.number().nullable(),
  conversions: z.record(z.string(), z.number()),
  about: z.string(),
});

export const planDefaultsAnswer = z.strictObject({
  data: z.strictObject({
    start: z.string(),
    months: z.int(),
    segments: z.array(segment),
    capacity: z.array(role),
    evidence: z
      .record(
        z.string(),
        z.record(z.string(), z.strictObject({ successes: z.int(), trials: z.int() })),
      )
      .describe('By segment ("" for all) and conversion: entries old enough to have ended'),
    history: z.record(z.string(), best).describe('By segment: the best month and quarter so far'),
    actual: z.record(z.string(), actual).describe('By segment: the last twelve months'),
    benchmarks: z.array(band).describe('Published rates by price, for want of own ones'),
  }),
  meta: planMeta,
});

export type PlanDefaultsParams = z.output<typeof planDefaultsParams>;
export type PlanDefaultsAnswer = z.infer<typeof planDefaultsAnswer>;
