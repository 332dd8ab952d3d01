import { z } from 'zod';

const money = z.string().regex(/^-?\d+\.\d{2}$/);
const count = z.int().nonnegative();
const rate = z.number().nullable();

export const unitEconomicsParams = z.strictObject({
  gross_margin: z
    .string()
    .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, 'must be a share from 0 to 1')
    .transform(Number)
    .optional(),
});

const figure = z.strictObject({ value: z.number().nullable(), reason: z.string().nullable() });
const amount = z.strictObject({ value: money.nullable(), reason: z.string().nullable() });

const readiness = z.strictObject({
  share: rate.describe('Of the conversions, those without a gap'),
  conversions: z.array(
    z.strictObject({
      conversion: z.string(),
      base: count,
      matured: z.boolean(),
      recent: z.strictObject({ base: count, advanced: count }).nullable(),
      rate,
      plan: rate,
      gaps: z.array(z.enum(['too_few', 'immature', 'no_recent', 'no_plan', 'off_plan'])),
    }),
  ),
  gates: z.array(
    z.strictObject({
      gate: z.enum(['ltv_to_cac', 'payback_months']),
      value: rate,
      wanted: z.number(),
      met: z.boolean(),
    }),
  ),
  at_loss: z.boolean(),
});

const tier = z.strictObject({
  verdict: z
    .enum(['loss', 'slow', 'sound', 'unknown'])
    .describe('loss: each deal leaves less than nothing; slow: a mark of scaling is missed'),
  wins: count,
  customers: z.strictObject({ start: count, end: count }),
  new_arr: money,
  average_arr: money,
  spend: z.strictObject({
    channels: money,
    roles: money,
    total: money,
    by: z.array(z.strictObject({ kind: z.string(), name: z.string(), amount: money })),
  }),
  service_cost: money,
  margin: figure,
  arpa: amount,
  cac: amount,
  payback_months: figure,
  ltv: amount,
  ltv_to_cac: figure,
  per_deal: amount.describe('What a deal leaves in five years, after winning and serving it'),
  contribution: money.describe('Revenue of the year after serving and winning'),
  nrr: rate,
  grr: rate,
  readiness,
});

export const unitEconomicsAnswer = z.strictObject({
  data: z.strictObject({ tiers: z.array(tier.extend({ key: z.string() })), total: tier }),
  meta: z.strictObject({
    org: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    as_of: z.iso.datetime({ offset: true }),
    currency: z.string(),
    margin: z.enum(['given', 'service_costs']),
    plan: z
      .strictObject({ scenario_id: z.string(), version: z.int(), name: z.string() })
      .nullable()
      .describe('The published plan of the fiscal year: readiness is held against it'),
    unallocated: money.describe('Costs of roles and channels that did nothing in any tier'),
    warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
  }),
});

export type UnitEconomicsParams = z.output<typeof unitEconomicsParams>;
export type UnitEconomicsAnswer = z.infer<typeof unitEconomicsAnswer>;
