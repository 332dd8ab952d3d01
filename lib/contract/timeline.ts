import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { LADDER, TIE_ORDER } from '#lib/bowtie/stages.ts';
import { money } from './bowtie.ts';
import { OUTCOMES } from './records.ts';

const moment = z.iso.datetime({ offset: true });
const text = z.string().nullable();

const timelineEvent = z.strictObject({
  source: z.string(),
  event_id: z.string(),
  version: z.int(),
  stage: z.enum(TIE_ORDER),
  stage_as_written: z.string(),
  occurred_at: moment,
  received_at: moment,
  superseded: z.boolean().describe('Another row of the same event wins: history only'),
  import_id: z.uuid().nullable(),
  account_id: text,
  dimensions: z.record(z.enum(DIMENSIONS), text),
  amount: money.nullable(),
  currency: text,
  close_date: z.iso.date().nullable(),
});

const timelineEntry = z.strictObject({
  stage: z.enum(LADDER),
  rule: z.enum(['both', 'implied', 'actual']),
  entered_at: moment,
  implied: z.boolean(),
  outcome: z.enum(OUTCOMES).nullable().describe('null: the last stage leads nowhere'),
  outcome_at: moment.nullable(),
  amount: money.nullable(),
  currency: text,
  dimensions: z.record(z.enum(DIMENSIONS), z.string()),
});

export const timelineParams = z.strictObject({ record_id: z.string().min(1) });

/** Everything known of one record: what was sent, when it came, and which entries it made. */
export const timelineAnswer = z.strictObject({
  data: z.strictObject({
    record_id: z.string(),
    events: z.array(timelineEvent),
    entries: z.array(timelineEntry),
  }),
});

export type TimelineEvent = z.infer<typeof timelineEvent>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type TimelineAnswer = z.infer<typeof timelineAnswer>;
