import { z } from 'zod';

/** Where an input that the caller left out was taken from. */
export const SOURCES = ['segment', 'organization', 'benchmark', 'assumed'] as const;

/** An input that was filled in, and how much stands behind it. */
export const assumption = z.strictObject({
  path: z.string().describe('As in the body: segments.0.conversions.sal>won'),
  value: z.unknown(),
  source: z
    .enum(SOURCES)
    .describe(
      'segment, organization: own data; benchmark: published or set; assumed: for want of data',
    ),
  base: z.int().nullable().describe('Entries (or accounts, wins) behind a measured value'),
  n: z.int().nullable().describe('Those of them that advanced (or stayed, have an amount)'),
  maturity: z
    .strictObject({ horizon_days: z.number(), at_risk: z.int(), open: z.int() })
    .nullable()
    .describe('Of a matured rate'),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  about: z.string().nullable().describe('Source and band of a benchmark'),
});

export const planMeta = z.strictObject({
  org: z.string(),
  as_of: z.iso.datetime({ offset: true }),
  time_zone: z.string(),
  currency: z.string(),
  definitions_version: z.int(),
  data_through: z.iso.datetime({ offset: true }).nullable(),
  assumptions: z.array(assumption),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});

export type Assumption = z.infer<typeof assumption>;
export type PlanMeta = z.infer<typeof planMeta>;
