import { z } from 'zod';
import { DEPARTMENTS } from '#lib/bowtie/plan/planTypes.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { answerMeta } from './bowtie.ts';
import { scopeShape } from './query.ts';

export const planTrackParams = z.strictObject({ as_of: scopeShape.as_of });

const STATUSES = ['ahead', 'near', 'behind'] as const;
const status = z
  .enum(STATUSES)
  .nullable()
  .describe('ahead: what is expected by now or more; near: 80 % of it; null: nothing expected yet');

const line = z.strictObject({
  stage: z.enum(LADDER),
  target: z.int().describe('Entries within the plan: what had to be there before is not in it'),
  actual: z.int().describe('Entries since the plan began, as /bowtie counts them'),
  expected: z.number().describe('By the months of the plan, and within a month by past months'),
  expected_even: z.number().describe('On a straight line from start to end'),
  status,
  required_per_month: z.number().nullable().describe('From here on; null: no time is left'),
  months: z.array(
    z.strictObject({
      month: z.string(),
      target: z.int(),
      actual: z.int().nullable().describe('null: not begun'),
    }),
  ),
});

const department = z.enum(DEPARTMENTS);

const track = z.strictObject({
  plan: z.strictObject({
    scenario_id: z.string(),
    version: z.int(),
    name: z.string(),
    fiscal_year: z.iso.date(),
    start: z.iso.date(),
    end: z.iso.date().describe('The day after its last'),
    target_arr: z.string(),
  }),
  elapsed: z.number().describe('Share of the plan that has passed'),
  pacing: z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .describe('The months whose days tell how a month fills'),
  arr: z.strictObject({
    target: z.string(),
    actual: z.string().nullable().describe('null: no recurring revenue is known'),
    expected: z.string(),
    expected_even: z.string(),
    status,
  }),
  nrr: z.strictObject({
    target: z.number().nullable(),
    actual: z.number().nullable().describe('Since the plan began'),
    expected: z.number().nullable(),
    status,
  }),
  grr: z
    .strictObject({
      target: z.number(),
      actual: z.number().nullable().describe('Since the plan began'),
      expected: z.number(),
      status,
    })
    .nullable()
    .describe('null: the plan does not tell the GRR of every segment with opening ARR'),
  stages: z.array(line.extend({ department })),
  segments: z.array(z.strictObject({ key: z.string(), stages: z.array(line) })),
  departments: z.array(
    z.strictObject({
      department,
      stages: z.array(z.enum(LADDER)),
      status: status.describe('The worst of its stages; of CSM that of the NRR'),
    }),
  ),
});

/** What an answer about a plan says of itself: it is of a fiscal year, not of days asked for. */
export const trackMeta = answerMeta.pick({
  org: true,
  as_of: true,
  time_zone: true,
  currency: true,
  data_through: true,
});

export const planTrackAnswer = z.strictObject({
  data: z.strictObject({
    track: track.nullable().describe('null: the fiscal year has no published plan'),
  }),
  meta: trackMeta,
});

export type PlanTrackAnswer = z.infer<typeof planTrackAnswer>;
export type PlanTrack = NonNullable<PlanTrackAnswer['data']['track']>;
export type TrackLine = z.infer<typeof line>;
