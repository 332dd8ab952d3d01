import { z } from 'zod';
import { answerMeta } from './bowtie.ts';
import { GRAINS, scopeShape } from './query.ts';

/** A trend of `/trend` that has targets: the same question, so the same periods. */
export const planTargetsParams = z.strictObject({
  ...scopeShape,
  grain: z.enum(GRAINS),
  metric: z.string(),
});

/** Why a trend has no target. */
export const NO_TARGETS = ['no_plan', 'not_split', 'not_planned'] as const;

const point = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  target: z
    .number()
    .nullable()
    .describe('Entries within the period, ARR at its end, NRR over it; null: outside the plan'),
  expected: z.number().nullable().describe('The same by now; null: the period does not run'),
  sum: z.number().nullable().describe('Entries from the start of the plan; null for ARR, NRR'),
  expected_sum: z.number().nullable(),
});

export const planTargetsAnswer = z.strictObject({
  data: z.strictObject({
    plan: z
      .strictObject({ name: z.string(), start: z.iso.date(), end: z.iso.date() })
      .nullable()
      .describe('null: the fiscal year has no published plan'),
    missing: z
      .enum(NO_TARGETS)
      .nullable()
      .describe('not_split: filtered by what the plan is not split by; not_planned: not in it'),
    points: z.array(point),
  }),
  meta: answerMeta,
});

export type PlanTargetsAnswer = z.infer<typeof planTargetsAnswer>;
export type TargetPoint = z.infer<typeof point>;
