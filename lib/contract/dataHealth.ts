import { z } from 'zod';
import { LADDER } from '#lib/bowtie/stages.ts';
import { IMPORT_KINDS } from './ingest.ts';
import { FAULTS } from './vocabulary.ts';

const count = z.int().nonnegative();
const moment = z.iso.datetime({ offset: true });
const day = z.iso.date({ error: 'must be a date as YYYY-MM-DD' });

/** Both or none: without them the 365 local days up to and with today. */
export const dataHealthParams = z
  .strictObject({ from: day.optional(), to: day.optional() })
  .refine(({ from, to }) => (from === undefined) === (to === undefined), {
    error: '"from" and "to" belong together',
    path: ['to'],
  });

const intake = z.strictObject({
  source: z.string(),
  kind: z.enum(IMPORT_KINDS),
  received: count.describe('= accepted + duplicates + quarantined + ignored, always'),
  accepted: count,
  duplicates: count,
  quarantined: count,
  ignored: count,
  last_arrival_at: moment,
  last_event_at: moment.nullable().describe('Only events have a time of their own'),
  since_first: count
    .nullable()
    .describe('Events that happened since the source first sent anything: the base of late'),
  late: count.nullable().describe('Of these, came more than late_hours after they happened'),
});

/** What is to be said of a stage before its faults are weighed. */
export const STAGE_STATES = ['none', 'implied', 'few', 'fix', 'ready'] as const;

const stage = z.strictObject({
  stage: z.enum(LADDER),
  entries: count,
  skipped: count.describe('Entries without an event of the stage: a later stage implied them'),
  backdated: count.describe('A later stage is dated before the first event of this one'),
  pairs: count.describe('Entries that reached the next stage, both told by events'),
  same_day: count.describe('Of these, both on one local day'),
  ownerless: count,
  amountless: count,
  amount_due: z.boolean().describe('Whether a missing amount is a fault of this stage'),
  sound: count.describe('Entries with none of: skipped, backdated, ownerless, amountless if due'),
  state: z.enum(STAGE_STATES),
  fix: z.enum(FAULTS).nullable().describe('The fault that most entries have'),
});

export const dataHealthAnswer = z.strictObject({
  data: z.strictObject({
    from: day,
    to: day,
    late_hours: count,
    sources: z.array(intake),
    total: intake.pick({
      received: true,
      accepted: true,
      duplicates: true,
      quarantined: true,
      ignored: true,
    }),
    stages: z.array(stage),
    first: z
      .strictObject({ stage: z.enum(LADDER), fix: z.enum(['silent', ...FAULTS]), affected: count })
      .nullable()
      .describe('What to mend first: the fault of one stage that most entries have'),
  }),
});
export type DataHealth = z.infer<typeof dataHealthAnswer>['data'];
export type StageReadiness = DataHealth['stages'][number];
export type SourceIntake = DataHealth['sources'][number];
