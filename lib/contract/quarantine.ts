import { z } from 'zod';
import { TIE_ORDER } from '#lib/bowtie/stages.ts';
import { IMPORT_KINDS, QUARANTINE_CODES } from './ingest.ts';
import { isStorable } from './isStorable.ts';
import { pageLimit } from './pageLimit.ts';

const count = z.int().nonnegative();
const moment = z.iso.datetime({ offset: true });
const source = z.string().min(1).max(500);

/** Which held rows are meant; nothing given: all of the organization. */
export const heldFilter = {
  code: z.enum(QUARANTINE_CODES).optional(),
  source: source.optional(),
  import_id: z.uuid().optional(),
};

export const quarantineParams = z.strictObject({
  ...heldFilter,
  state: z.enum(['held', 'released']).default('held'),
  limit: pageLimit,
  cursor: z
    .string()
    .regex(/^\d{1,19}$/, 'must be a next_cursor')
    .optional(),
});

const cell = z.strictObject({
  name: z.string(),
  value: z.string().nullable().describe('As it came, or as it was mended; null: not there'),
  was: z.string().nullable().optional().describe('As it came, where it was mended'),
});

export const quarantinedRow = z.strictObject({
  id: z.uuid(),
  import_id: z.uuid().nullable().describe('null: it came by a call of the API'),
  file_name: z.string().nullable(),
  source: z.string(),
  kind: z.enum(IMPORT_KINDS),
  line: count.describe('Line of the file from 1, or place in the call from 0'),
  code: z.enum(QUARANTINE_CODES),
  message: z.string(),
  received_at: moment,
  tried_at: moment.nullable(),
  released_at: moment.nullable(),
  outcome: z.enum(['accepted', 'duplicate', 'ignored']).nullable(),
  cells: z.array(cell),
});
export type QuarantinedRow = z.infer<typeof quarantinedRow>;

const facet = z.strictObject({ count });

/** GET /quarantine */
export const quarantineAnswer = z.strictObject({
  data: z.strictObject({
    rows: z.array(quarantinedRow),
    next_cursor: z.string().nullable(),
    total: count.describe('Held rows of the organization'),
    released: count.describe('Rows that left the quarantine; they stay as history'),
    count: count.describe('Rows of this question'),
    codes: z.array(facet.extend({ code: z.enum(QUARANTINE_CODES) })),
    sources: z.array(facet.extend({ source: z.string() })),
    imports: z.array(facet.extend({ import_id: z.uuid(), file_name: z.string() })),
    stages: z
      .array(facet.extend({ name: z.string() }))
      .describe('Names that no stage is known for, of held rows, the commonest first'),
  }),
});
export type QuarantineAnswer = z.infer<typeof quarantineAnswer>['data'];

/** PATCH /quarantine/{id}: cells by their names; null takes a field of a call away. */
export const heldEdit = z.strictObject({
  cells: z
    .record(
      z.string().max(500),
      z.string().max(100_000).refine(isStorable, 'is not text').nullable(),
    )
    .refine((cells) => Object.keys(cells).length <= 500, 'are too many'),
});
export const heldRowAnswer = z.strictObject({ data: quarantinedRow });

/** POST /quarantine/replay: chosen rows, or all of a filter; `after` goes on behind a call. */
export const replayBody = z.strictObject({
  ...heldFilter,
  ids: z.array(z.uuid()).min(1).max(500).optional(),
  after: z
    .string()
    .regex(/^\d{1,19}$/, 'must be a "next" of an answer')
    .optional(),
});

export const replayAnswer = z.strictObject({
  data: z.strictObject({
    tried: count,
    accepted: count,
    duplicates: count,
    ignored: count,
    held: count.describe('Rows that stay, with the reason that they have now'),
    next: z.string().nullable().describe('There are more: call again with this "after"'),
  }),
});
export type ReplayAnswer = z.infer<typeof replayAnswer>['data'];

const stage = z.enum(TIE_ORDER as unknown as [string, ...string[]]).nullable();
export const stageMapAnswer = z.strictObject({
  data: z.strictObject({
    version: count,
    stages: z.record(z.string(), stage).describe('null: ignored'),
    rederiving: z.boolean().describe('Names that meant another stage are on their way'),
  }),
});
export type StageMapAnswer = z.infer<typeof stageMapAnswer>['data'];

/** PUT /stage-map: names that are added or get another stage; the others stay. */
export const stageMapBody = z.strictObject({
  stages: z
    .record(z.string().min(1).max(500).refine(isStorable, 'is not text'), stage)
    .refine((stages) => Object.keys(stages).length <= 2000, 'are too many'),
});
