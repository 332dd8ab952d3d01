import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { FATES } from '#lib/bowtie/forecast/fates.ts';
import { answerMeta, money } from './bowtie.ts';
import { pageLimit } from './pageLimit.ts';
import { COMPARES, scopeShape } from './query.ts';
import { splitValues } from './valueList.ts';
import { FAULTS, OUTCOMES, RECORD_SETS, RETAINED, REVENUES } from './vocabulary.ts';

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
  'account_name',
] as const;

/** What rows of retention have besides: NRR and GRR are their sums over the sum of `amount`. */
export const RETAINED_FIELDS = ['end_amount', 'kept_amount'] as const;
export type RecordField = (typeof RECORD_FIELDS)[number];
export type SortField = RecordField | (typeof RETAINED_FIELDS)[number];
const SORT_FIELDS: readonly SortField[] = [...RECORD_FIELDS, ...RETAINED_FIELDS];

/** What rows can be picked by once they are listed; `text` is a part of an id or a name. */
export const MATCH_FIELDS = [
  'text',
  'record_id',
  'account',
  'outcome',
  'implied',
  ...DIMENSIONS,
] as const;
export type MatchField = (typeof MATCH_FIELDS)[number];
export type Match = { field: MatchField; values: string[] };

const days = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,20})?$/, 'must be a number of days')
  .transform(Number);
const storable = (text: string) => !text.includes('\0');
const someone = z.string().min(1).max(1000).refine(storable, 'must not hold NUL').optional();

/** `owner:ann,owner:bob,record_id:42`: one of the values of each field. */
const match = z
  .union([z.string(), z.array(z.string())])
  .transform(splitValues)
  .transform((parts, context): Match[] => {
    const found = new Map<MatchField, string[]>();
    for (const part of parts) {
      const colon = part.indexOf(':');
      const field = MATCH_FIELDS.find((one) => one === part.slice(0, colon));
      if (field === undefined || !storable(part)) {
        const message = `must be field:value, the field one of ${MATCH_FIELDS.join(', ')}`;
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
      found.set(field, [...(found.get(field) ?? []), part.slice(colon + 1)]);
    }
    return [...found].map(([field, values]) => ({ field, values }));
  });

/** The records behind a number: the question of the bowtie plus one selector. */
export const recordsParams = z.strictObject({
  ...scopeShape,
  compare: z.enum(COMPARES).optional().describe('Accepted, because the query is that of /bowtie'),
  stage: z.string().optional(),
  conversion: z.string().optional(),
  outcome: z.enum(OUTCOMES).optional(),
  movement: z.string().optional(),
  renewal: z.string().optional(),
  retention: z
    .enum(RETAINED)
    .optional()
    .describe('Accounts that pay at `from`, of them those that still do at `to`, or do not'),
  event: z.string().optional().describe('renewed, expanded, contracted or churned: one row each'),
  pipeline: z
    .enum(FATES)
    .optional()
    .describe(
      'Records on the way to a win when `from` began (came: only at the end), by what became of them',
    ),
  revenue: z.enum(REVENUES).optional().describe('Rows of revenue that does not recur'),
  set: z
    .enum(RECORD_SETS)
    .optional()
    .describe('With a conversion of cohorts: a part of it that is no outcome'),
  fault: z.enum(FAULTS).optional().describe('With a stage: entries of doubtful evidence'),
  giver: someone.describe('Owner at the entry'),
  giver_role: someone.describe('Role of the owner at the entry'),
  taker: someone.describe('Owner at the entry into the next stage'),
  taker_role: someone.describe('Role of the owner at the entry into the next stage'),
  days_from: days.optional().describe('Ended after so many days or more'),
  days_to: days.optional().describe('Ended after fewer days'),
  match: match.optional().describe('Of these rows only those with field:value, comma-separated'),
  sort: z.enum([...SORT_FIELDS, ...SORT_FIELDS.map((field) => `-${field}` as const)]).optional(),
  limit: pageLimit,
  cursor: z.string().max(2000).optional(),
  offset: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .optional()
    .describe('Rows to leave out first, in place of a cursor'),
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
  account_name: z.string().nullable(),
  end_amount: money
    .optional()
    .describe('Only with `retention`: ARR at `to`; `amount` is at `from`'),
  kept_amount: money.optional().describe('Only with `retention`: the smaller of both'),
});

export const recordsAnswer = z.strictObject({
  data: z.strictObject({
    rows: z.array(recordRow),
    next_cursor: z.string().nullable(),
    count: z.int().nonnegative().nullable().describe('Rows on all pages; only with the first'),
  }),
  meta: answerMeta,
});

export type RecordRow = z.infer<typeof recordRow>;
export type RecordsAnswer = z.infer<typeof recordsAnswer>;
