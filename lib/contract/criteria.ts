import { z } from 'zod';
import { ENDS, LADDER, MOVEMENTS } from '#lib/bowtie/stages.ts';

/** Everything that a record can enter, in the order of the bowtie. */
export const DEFINED_STAGES = [...LADDER, ...MOVEMENTS, ...ENDS] as const;
export type DefinedStage = (typeof DEFINED_STAGES)[number];

const day = z.iso.date({ error: 'must be a date as YYYY-MM-DD' });
const text = z
  .string()
  .trim()
  .max(2000, 'must be at most 2,000 characters')
  .refine((one) => one.isWellFormed() && !one.includes('\0'), 'must be text without NUL');

/** A criterion that holds from a day on; an empty text gives the common one back. */
export const criterionBody = z.strictObject({ stage: z.enum(DEFINED_STAGES), text, from: day });

export const criteriaParams = z.strictObject({ on: day.optional() });

const version = z.strictObject({
  version: z.int(),
  text: z.string(),
  from: z.string(),
  created_at: z.string(),
});

const criterion = z.strictObject({
  stage: z.enum(DEFINED_STAGES),
  text: z.string().nullable().describe('The own criterion in force on the day; null: the common'),
  version: z.int().nullable(),
  versions: z.array(version).describe('All that was ever written, the newest first'),
});

export const criteriaAnswer = z.strictObject({
  data: z.strictObject({ on: z.string(), today: z.string(), criteria: z.array(criterion) }),
});

export type CriterionBody = z.infer<typeof criterionBody>;
export type CriterionVersion = z.infer<typeof version>;
export type CriterionAnswer = z.infer<typeof criterion>;
export type CriteriaAnswer = z.infer<typeof criteriaAnswer>;
