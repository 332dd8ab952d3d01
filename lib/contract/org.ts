import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { WEEK_DAYS } from './orgWords.ts';
import { segmentRule } from './segmentRule.ts';

export { WEEK_DAYS };

export const orgAnswer = z.strictObject({
  slug: z.string(),
  name: z.string(),
  time_zone: z.string(),
  currency: z.string(),
  week_start: z.enum(WEEK_DAYS),
  fiscal_start_month: z.int().min(1).max(12),
  stages: z.array(z.enum(LADDER)),
  renewal_grace_days: z.int().min(0),
  order: z.partialRecord(z.enum(DIMENSIONS), z.array(z.string())),
  segment_rule: segmentRule,
  is_sample: z.boolean(),
});
export type OrgAnswer = z.infer<typeof orgAnswer>;
