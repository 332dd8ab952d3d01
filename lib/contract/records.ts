import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { answerMeta, money } from './bowtie.ts';
import { COMPARES, scopeShape } from './query.ts';
import { OUTCOMES } from './vocabulary.ts';

export { OUTCOMES, type Outcome } from './vocabulary.ts';

export const RECORD_FIELDS = [
  'record_id',
  'account_id',
  'entered_at',
  'implied',
  'outcome',
  'outcome_at',
  'amount',
  'currency',
  ...DIMENSIONS,
] as const;

/** The records behind a number: the question of the bowtie plus one selector. */
export const recordsParams = z.strictObject({
  ...scopeShape,
  compare: z.enum(COMPARES).optional().describe('Accepted, because the query is that of /bowtie'),
  stage: z.string().optional(),
  conversion: z.string().optional(),
  outcome: z.enum(OUTCOMES).optional(),
  movement: z.string().optional(),
  renewal: z.string().optional(),
  sort: z
    .enum([...RECORD_FIELDS, ...RECORD_FIELDS.map((field) => `-${field}` as const)])
    .optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .refine((limit) => limit <= 500, 'must be at most 500')
    .optional(),
  cursor: z.string().max(2000).optional(),
});

export const recordRow = z.strictObject({
  record_id: z.string(),
  account_id: z.string().nullable(),
  entered_at: z.iso.datetime({ offset: true }),
  implied: z.boolean(),
  outcome: z.enum(OUTCOMES).nullable(),
  outcome_at: z.iso.datetime({ offset: true }).nullable(),
  amount: money.nullable(),
  currency: z.string().nullable(),
  segment: z.string(),
  channel: z.string(),
  owner: z.string(),
  pod: z.string(),
  motion: z.string(),
  product: z.string(),
  region: z.string(),
});

export const recordsAnswer = z.strictObject({
  data: z.strictObject({ rows: z.array(recordRow), next_cursor: z.string().nullable() }),
  meta: answerMeta,
});

export type RecordRow = z.infer<typeof recordRow>;
export type RecordsAnswer = z.infer<typeof recordsAnswer>;
