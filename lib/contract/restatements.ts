import { z } from 'zod';
import { weekEffect } from './rederive.ts';

const count = z.int().nonnegative();
const difference = z.int();
const money = z.string();
const moment = z.iso.datetime({ offset: true });
const day = z.iso.date();

/** GET /restatements: an instant, or a date, meaning the start of that local day. */
export const restatementParams = z.strictObject({
  since: z.union([day, moment], { error: 'must be a date or an instant with zone' }),
});

const cause = z.strictObject({
  import_id: z.uuid().nullable().describe('null: calls of the API'),
  file_name: z.string().nullable(),
  source: z.string(),
  entries: difference,
  amount: money,
});
export type RestatementCause = z.infer<typeof cause>;

const figure = z.strictObject({
  week: day.describe('Its first local day; it was over at `since`'),
  stage: z.string(),
  entries_then: count,
  entries_now: count,
  amount_then: money.describe('Won amount in the reporting currency; of other stages 0.00'),
  amount_now: money,
  causes: z.array(cause).describe('What brought the change; their differences add up to it'),
});

export const restatementAnswer = z.strictObject({
  data: z.strictObject({
    since: moment,
    first_arrival_at: moment.nullable(),
    known_then: z.boolean().describe('false: nothing had arrived at `since`'),
    records: count.describe('Records that anything arrived of since'),
    changed: count.describe('Figures of past weeks that are not what they were'),
    figures: z.array(figure).describe('By week and stage, the newest first'),
    settings: z
      .array(
        z.strictObject({
          id: z.uuid(),
          kind: z.enum(['org', 'rates', 'stages']),
          changes: z.record(z.string(), z.unknown()),
          finished_at: moment,
          figures: z.array(weekEffect),
        }),
      )
      .describe(
        'Changed settings since then, with what each did; `figures` above are under those of now',
      ),
  }),
});
export type Restatements = z.infer<typeof restatementAnswer>['data'];
export type RestatedFigure = z.infer<typeof figure>;
