import { z } from 'zod';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import { LADDER, MOVEMENTS } from '#lib/bowtie/stages.ts';
import { money } from './bowtie.ts';

const day = z.iso.date();

export const accountParams = z.strictObject({ account_id: z.string().min(1) });

const step = z.strictObject({
  day,
  movement: z.enum(ARR_MOVEMENTS),
  amount: money,
  arr: money.describe('ARR of the account from this day on'),
});

const contract = z.strictObject({
  source: z.string(),
  contract_id: z.string(),
  starts_on: day,
  ends_on: day.nullable(),
  cancelled_on: day.nullable(),
  arr: money.nullable().describe('In the reporting currency; null: no exchange rate'),
  product: z.string(),
  motion: z.string(),
  outcome: z.enum(['renewed', 'churned', 'open']).nullable().describe('null: never due'),
});

const moment = z.strictObject({
  record_id: z.string(),
  motion: z.string(),
  stage: z.enum([...LADDER, ...MOVEMENTS]),
  at: z.iso.datetime({ offset: true }),
  implied: z.boolean(),
  amount: money.nullable().describe('In the reporting currency'),
});

/** One customer: its ARR over time, its contracts, and the stages of all its records. */
export const accountAnswer = z.strictObject({
  data: z.strictObject({
    account_id: z.string(),
    name: z.string().nullable(),
    day: day.describe('The local day now'),
    steps: z.array(step),
    contracts: z.array(contract),
    moments: z.array(moment),
  }),
});

export type AccountAnswer = z.infer<typeof accountAnswer>;
