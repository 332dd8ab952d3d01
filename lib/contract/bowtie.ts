import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { CLOCKS, RULES } from './query.ts';

const count = z.int().nonnegative();
const rate = z.number().nullable();
const interval = z.tuple([z.number(), z.number()]).nullable();
export const money = z.string().regex(/^-?\d+(\.\d+)?$/);
export const groupKey = z.partialRecord(z.enum(DIMENSIONS), z.string());

const stageAnswer = z.strictObject({
  stage: z.enum(LADDER),
  entries: count,
  implied: count,
  amount: money,
  unconverted: count,
  from_first: z
    .strictObject({ base: count, advanced: count, rate })
    .nullable()
    .describe('Conversion from the first stage that is on; null for the clocks period, snapshot'),
});

const conversionAnswer = z.strictObject({
  from: z.enum(LADDER),
  to: z.enum(LADDER),
  base: count,
  advanced: count,
  lost: count.nullable(),
  no_decision: count.nullable(),
  expired: count.nullable(),
  open: count.nullable(),
  rate,
  interval,
  matured: z
    .strictObject({ rate: z.number(), interval, horizon_days: z.number(), at_risk: count })
    .nullable(),
  days: z
    .strictObject({
      n: count,
      p25: z.number().nullable(),
      p50: z.number().nullable(),
      p75: z.number().nullable(),
      out_of_order: count,
    })
    .nullable(),
  approximate: z.boolean(),
});

const loopAnswer = z.strictObject({
  start_arr: money,
  new: money,
  reactivation: money,
  expansion: money,
  contraction: money,
  churn: money,
  end_arr: money,
  nrr: rate,
  grr: rate,
  logo_retention: rate,
  renewals: z.strictObject({
    due: count,
    renewed: count,
    churned: count,
    open: count,
    due_arr: money,
    retained_arr: money,
    uplift_arr: money,
  }),
  unconverted: count,
});

export const bowtieTotal = z.strictObject({
  stages: z.array(stageAnswer),
  conversions: z.array(conversionAnswer),
  movements: z.strictObject({ renewed: count, expanded: count, contracted: count, churned: count }),
  loop: loopAnswer.nullable(),
});
const bowtieGroup = bowtieTotal.extend({ key: groupKey });

export const answerMeta = z.strictObject({
  org: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  as_of: z.iso.datetime({ offset: true }),
  time_zone: z.string(),
  currency: z.string(),
  clock: z.enum(CLOCKS),
  rule: z.enum(RULES),
  window_days: z.number().nullable(),
  horizon_days: z.number().nullable(),
  by: z.enum(DIMENSIONS).nullable(),
  filters: z.partialRecord(z.enum(DIMENSIONS), z.array(z.string())),
  definitions_version: z.int(),
  data_through: z.iso.datetime({ offset: true }).nullable(),
  warnings: z.array(z.strictObject({ code: z.string(), message: z.string() })),
});

export const bowtieAnswer = z.strictObject({
  data: z.strictObject({
    groups: z.array(bowtieGroup),
    total: bowtieTotal,
    compare: z
      .strictObject({
        from: z.iso.date(),
        to: z.iso.date(),
        as_of: z.iso.datetime({ offset: true }),
        groups: z.array(bowtieGroup),
        total: bowtieTotal,
      })
      .nullable(),
  }),
  meta: answerMeta,
});

export type StageAnswer = z.infer<typeof stageAnswer>;
export type ConversionAnswer = z.infer<typeof conversionAnswer>;
export type LoopAnswer = z.infer<typeof loopAnswer>;
export type BowtieTotal = z.infer<typeof bowtieTotal>;
export type BowtieGroup = z.infer<typeof bowtieGroup>;
export type BowtieAnswer = z.infer<typeof bowtieAnswer>;
export type AnswerMeta = z.infer<typeof answerMeta>;
