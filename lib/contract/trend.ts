import { z } from 'zod';
import { answerMeta, groupKey } from './bowtie.ts';
import { GRAINS, scopeShape } from './query.ts';

export const trendParams = z.strictObject({
  ...scopeShape,
  grain: z.enum(GRAINS),
  conversion: z.string().optional(),
  metric: z.string().optional(),
});

const point = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  value: z.number().nullable(),
  base: z.int().optional(),
  advanced: z.int().optional(),
  matured: z.number().nullable().optional(),
  complete: z.boolean(),
  /** True where `matured` is at most 1 % off: the trend is of more than 100,000 entries. */
  approximate: z.boolean().optional(),
});

export const trendAnswer = z.strictObject({
  data: z.strictObject({
    groups: z.array(z.strictObject({ key: groupKey, points: z.array(point) })),
    total: z.strictObject({ points: z.array(point) }),
  }),
  meta: answerMeta,
});

export type TrendPoint = z.infer<typeof point>;
export type TrendAnswer = z.infer<typeof trendAnswer>;
