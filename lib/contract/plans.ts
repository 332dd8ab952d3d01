import { z } from 'zod';
import { DEPARTMENTS, PROBLEMS } from '#lib/bowtie/plan/planTypes.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { planMeta } from './planMeta.ts';

const MOST_MONTHS = 120;
const MOST_MONEY = 1e15;
/** Below it, nothing can be counted back to any purpose; 0 itself is named in the answer. */
const LEAST_RATE = 1e-6;
/** Runs x segments x what each looks at: about two seconds. */
const MOST_WORK = 2e8;

const amount = z
  .string({ error: 'must be a decimal string, as "50000"' })
  .max(30)
  .regex(/^\d+(\.\d+)?$/, 'must be a decimal string at or above 0, as "50000"')
  .refine((text) => !(Number(text) > MOST_MONEY), `must be at most ${MOST_MONEY}`);
const price = amount.refine((text) => Number(text) >= 0.01, 'must be above 0');
const share = z.number().min(0).max(1);
const conversion = share.refine((one) => one === 0 || one >= LEAST_RATE, {
  error: `must be 0 or at least ${LEAST_RATE}`,
});
const conversionName = z.string().refine(isConversion, {
  error: 'is no conversion: name two stages of the ladder in their order, as "sal>won"',
});
const weights = z.array(share).min(1).max(MOST_MONTHS);

function isConversion(name: string): boolean {
  const [from, to, ...rest] = name.split('>');
  const place = (stage: string | undefined) => (LADDER as readonly unknown[]).indexOf(stage);
  return rest.length === 0 && place(from) >= 0 && place(from) < place(to);
}

const segment = z
  .strictObject({
    key: z.string().min(1).max(500),
    opening_arr: amount.optional(),
    nrr: z.number().min(0).max(10).optional(),
    grr: share.optional().describe('CR7: what churn leaves; the rest of `nrr` is expansion'),
    share: share.optional(),
    acv: price.optional(),
    discount: z.number().min(0).max(0.999, 'must be below 1: something must be paid').optional(),
    conversions: z.record(conversionName, conversion).optional(),
    lags: z.record(conversionName, weights).optional(),
    seasonality: weights.optional(),
  })
  .refine(({ grr, nrr }) => grr === undefined || nrr === undefined || grr <= nrr, {
    path: ['grr'],
    error: 'must be at most nrr, because expansion is never below 0',
  });

const monthName = z.string().regex(/^2[01]\d{2}-(0[1-9]|1[0-2])$/, 'must be a month, as 2027-01');

/** What one head of a role does at one stage. */
export const role = z.strictObject({
  role: z.string().min(1).max(200),
  stage: z.enum(LADDER),
  per_month: z.number().min(0).max(1e9),
  ramp: z.array(share).max(36).default([]),
  heads: z.number().min(0).max(1e6).default(0),
  attrition: share.default(0).describe('Share of the heads that leaves within a year'),
  cost: amount.optional().describe('Loaded cost of a head a year'),
  segments: z.array(z.string()).max(50).optional().describe('It works on these; absent: on all'),
  hires: z
    .array(z.strictObject({ start: monthName, heads: z.number().min(0).max(1e6) }))
    .max(60)
    .optional()
    .describe('Hires that are decided, by the month of their first day; they ramp from there'),
});

/** A plan begins with a month. */
export const startDay = z
  .string()
  .regex(/^2[01]\d{2}-(0[1-9]|1[0-2])-01$/, 'must be the first day of a month, as 2027-01-01');

const planShape = {
  start: startDay,
  months: z.int().min(1).max(60).default(12),
  target_arr: amount,
  rounding: z.enum(['none', 'display']).default('none'),
  segments: z
    .array(segment)
    .min(1)
    .max(50)
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, {
      error: 'name a segment twice; give each its own key',
    })
    .optional(),
  capacity: z.array(role).max(100).optional(),
};

export const decomposeBody = z.strictObject(planShape);

const evidence = z
  .strictObject({ successes: z.number().min(0).max(1e9), trials: z.number().min(0).max(1e9) })
  .refine(({ successes, trials }) => successes <= trials, {
    error: 'has more successes than trials',
  });
const volume = z.strictObject({
  mean: z.number().positive().max(1e9).describe('Entries over the plan, the locked part included'),
  dispersion: z.number().min(0.01).max(1e9).describe('Variance = mean + mean^2 / dispersion'),
});

export const simulateBody = z
  .strictObject({
    ...planShape,
    runs: z.int().min(1).max(100_000).default(10_000),
    seed: z.int().min(0).max(4_294_967_295).default(1),
    evidence: z.record(conversionName, evidence).optional(),
    volumes: z.partialRecord(z.enum(LADDER), volume).optional(),
  })
  .refine(isDoable, { path: ['runs'], error: 'asks too much for so many roles: take fewer runs' });

function isDoable({ runs, months, segments = [], capacity = [] }: SimulateAsked): boolean {
  return runs * Math.max(1, segments.length) * (5 + months * capacity.length) <= MOST_WORK;
}

type SimulateAsked = {
  runs: number;
  months: number;
  segments?: unknown[] | undefined;
  capacity?: unknown[] | undefined;
};

const rate = z.number().gt(0, 'must be above 0: no gain lifts a rate from 0').max(1);
export const leversBody = z.strictObject({
  rates: z
    .strictObject({
      cr1: rate.optional(),
      cr2: rate.optional(),
      cr3: rate.optional(),
      cr4: rate.optional(),
      cr6: rate.optional(),
      cr7: rate.optional(),
      cr8: rate.max(10).optional(),
    })
    .refine((rates) => Object.keys(rates).length > 0, { error: 'must have at least one rate' }),
  price_realisation: rate.optional(),
  gain: z.number().min(0).max(10).default(0.1),
  cap: z.number().positive().max(10).default(1),
});

const money = z.string().regex(/^-?\d+\.\d{2,}$/);
const stage = z.enum(LADDER);
const month = z.string().regex(/^\d{4}-\d{2}$/);
const counts = z.partialRecord(stage, z.number());

const gap = z.strictObject({
  segment: z.string().nullable().describe('null: all of them, as for the capacity of a role'),
  stage,
  required: z.number().nullable().describe('null: no number, however large, would do'),
  available: z.number(),
  missing: z.number().nullable(),
  reason: z.enum(['pipeline_short', 'capacity', 'zero_conversion']),
});

const problem = z.strictObject({
  code: z.enum(PROBLEMS),
  weight: z.enum(['stop', 'gap', 'note']),
  path: z.string(),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
  nearest: z
    .array(
      z.strictObject({
        path: z.string(),
        value: z.union([z.number(), z.string(), z.array(z.number())]),
      }),
    )
    .describe('The nearest inputs that work'),
});

const rolePlan = z.strictObject({
  role: z.string(),
  stage,
  months: z.array(
    z.strictObject({
      month,
      load: z.number(),
      capacity: z.number(),
      heads_needed: z.number().nullable(),
      heads: z.number(),
      done: z.number(),
      binds: z.enum(['demand', 'capacity']),
    }),
  ),
  hires: z.array(
    z.strictObject({ start: month, needed: month, heads: z.number(), late: z.boolean() }),
  ),
  hire_cost: money.nullable(),
});

export const planResult = z.strictObject({
  new_arr: money,
  segments: z.array(
    z.strictObject({
      key: z.string(),
      new_arr: money,
      wins: z.number(),
      entries: counts,
      months: z.array(z.strictObject({ month, wins: z.number(), entries: counts })),
      locked: counts,
      available: counts.describe('The open pipeline, aged, in entries: held against locked'),
    }),
  ),
  departments: z.array(
    z.strictObject({
      department: z.enum(DEPARTMENTS),
      stages: z.array(stage),
      total: z.number(),
      locked: z.number(),
      months: z.array(z.strictObject({ month, value: z.number() })),
      later: z.number(),
    }),
  ),
  capacity: z.array(rolePlan),
  feasible: z.boolean(),
  gaps: z.array(gap),
  reach: z.strictObject({
    within_capacity: money,
    within_pipeline: money,
    arr: money,
    binds: z.array(z.strictObject({ role: z.string(), stage, share: z.number() })),
  }),
  problems: z.array(problem),
});

export const decomposeAnswer = z.strictObject({ data: planResult, meta: planMeta });

export const leversAnswer = z.strictObject({
  data: z.strictObject({
    multiplier: z.number(),
    capped: z.array(z.string()),
    uncapped_multiplier: z.number(),
  }),
});

export const simulateAnswer = z.strictObject({
  data: z.strictObject({
    p10: money,
    p25: money,
    p50: money,
    p75: money,
    p90: money,
    p_hit: z.number(),
    mean: money,
    seed: z.int(),
    runs: z.int(),
  }),
  meta: planMeta,
});

export type DecomposeBody = z.output<typeof decomposeBody>;
export type SimulateBody = z.output<typeof simulateBody>;
export type DecomposeAnswer = z.infer<typeof decomposeAnswer>;
export type SimulateAnswer = z.infer<typeof simulateAnswer>;
