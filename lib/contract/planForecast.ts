import { z } from 'zod';
import { LADDER } from '#lib/bowtie/stages.ts';
import { answerMeta } from './bowtie.ts';
import { trackMeta } from './planTrack.ts';
import { scopeShape } from './query.ts';

/** How many weeks the line goes back where nobody says. */
const WEEKS = 8;

export const planForecastParams = z.strictObject({
  as_of: scopeShape.as_of,
  weeks: z
    .string()
    .regex(/^\d{1,2}$/, 'must be a number of weeks, 1 to 26')
    .transform(Number)
    .refine((weeks) => weeks >= 1 && weeks <= 26, 'must be a number of weeks, 1 to 26')
    .optional()
    .transform((weeks) => weeks ?? WEEKS)
    .describe(`How many weeks the line goes back: 1 to 26, ${WEEKS} where left out`),
});

/** What the projection is made of. */
export const FORECAST_PARTS = [
  'actual',
  'signed',
  'pipeline',
  'inflow',
  'due',
  'grown',
  'shed',
] as const;
/** Why it moved. */
export const FORECAST_CAUSES = [
  ...['won', 'came', 'moved', 'waited', 'lost', 'rates', 'value', 'volumes'],
  ...['grew', 'left', 'retention', 'restated'],
] as const;

const money = z.string();

const part = z.strictObject({
  part: z
    .enum(FORECAST_PARTS)
    .describe(
      'actual: ARR today; signed: won, its contract still to begin; pipeline: open records by stage; inflow: records still to come; due: lost of what falls due; grown, shed: customers apart from that',
    ),
  segment: z.string(),
  stage: z.enum(LADDER).nullable().describe('Of pipeline and inflow: where the records are'),
  count: z.number().nullable().describe('Open, signed or coming records; contracts that fall due'),
  base: money.nullable().describe('due, grown, shed: the ARR that it is a share of'),
  rate: z.number().nullable().describe('Share of them that counts by the end (due: is lost)'),
  value: money.nullable().describe('ARR of a win'),
  arr: money.describe('What it adds to the projection'),
});

const cause = z.strictObject({
  cause: z
    .enum(FORECAST_CAUSES)
    .describe(
      'won, came, moved, waited, lost: the records on the way; rates, value, volumes: what is expected of them; grew, left, retention: customers; restated: corrected history',
    ),
  segment: z.string(),
  records: z.int().nullable().describe('How many records, where it is about records'),
  arr: money.describe('Sums over causes and segments to the change, to the cent'),
});

const rate = z.strictObject({
  segment: z.string(),
  conversion: z.string().describe('won>revenue: from the win to the first day of a contract'),
  rate: z.number(),
  base: z.int(),
  horizon_days: z.number(),
  source: z.enum(['segment', 'organization']).describe('organization: too few of the segment'),
});

const forecast = z.strictObject({
  start: z.iso.date(),
  end: z.iso.date().describe('The day after the last'),
  days_left: z.number(),
  arr: money.describe('Projected at the end: the sum of the parts'),
  actual: money,
  target: money.nullable(),
  parts: z.array(part),
  odds: z.strictObject({
    p10: money,
    p50: money,
    p90: money,
    p_hit: z.number().nullable().describe('null: there is no target'),
    mean: money,
    seed: z.int(),
    runs: z.int(),
  }),
  required: z
    .strictObject({
      missing: money.describe('Target less projection, at least 0'),
      per_month: money.nullable().describe('Net new ARR a month from here to the target'),
      recent_per_month: money.describe('Net new ARR a month over the last three months'),
    })
    .nullable(),
  weeks: z
    .array(z.strictObject({ as_of: z.iso.date(), arr: money, actual: money }))
    .describe('As known at the end of the day before each week, and now'),
  change: z
    .strictObject({
      since: z.iso.date().describe('The start of the week: known up to the end of the day before'),
      before: money,
      change: money,
      causes: z.array(cause),
    })
    .nullable()
    .describe('null: there was no projection then'),
  rates: z.array(rate),
  measured: z.strictObject({
    rates: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    volumes: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  }),
});

export const planForecastAnswer = z.strictObject({
  data: z.strictObject({
    plan: z
      .strictObject({
        scenario_id: z.string(),
        version: z.int(),
        name: z.string(),
        fiscal_year: z.iso.date(),
      })
      .nullable()
      .describe('null: the fiscal year has no published plan; it is projected without a target'),
    forecast: forecast.nullable().describe('null: no recurring revenue and no win is known'),
  }),
  meta: trackMeta.extend({ warnings: answerMeta.shape.warnings }),
});

export type PlanForecastAnswer = z.infer<typeof planForecastAnswer>;
export type PlanForecast = NonNullable<PlanForecastAnswer['data']['forecast']>;
export type ForecastPart = z.infer<typeof part>;
export type ForecastCause = z.infer<typeof cause>;
export type ForecastRate = z.infer<typeof rate>;
