import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { answerMeta, groupKey, money } from './bowtie.ts';
import { scopeShape } from './query.ts';

const count = z.int().nonnegative();
const rate = z.number().nullable();
const interval = z.tuple([z.number(), z.number()]).nullable();
const { clock: _clock, by: _by, ...cohortShape } = scopeShape;
const conversion = z.string().describe('Two neighbouring stages, as sal>won');

/** The questions of the page Stages are about cohorts: they take no clock. */
export const conversionParams = z.strictObject({ ...cohortShape, conversion });

export const agesParams = z.strictObject({
  ...cohortShape,
  conversion,
  grain: z.enum(['week', 'month', 'quarter']).default('month'),
});

export const groupsParams = z.strictObject({
  ...cohortShape,
  conversion,
  by: z.enum(DIMENSIONS),
  and: z.enum(DIMENSIONS).optional(),
});

export const handOffsParams = z.strictObject({
  ...cohortShape,
  conversion,
  level: z.enum(['role', 'owner']).default('role'),
});

export const changeParams = z.strictObject({
  ...cohortShape,
  conversion,
  by: z.enum(DIMENSIONS).default('segment'),
  compare: z.enum(['previous', 'year']).default('previous'),
});

export const bottlenecksParams = z.strictObject({
  ...cohortShape,
  by: z.enum(DIMENSIONS).optional(),
});

const ageMark = z.strictObject({
  days: count,
  advanced: count.nullable().describe('null: an entry of the cohort may be younger than this'),
  rate,
  interval,
});
const agesRow = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  base: count,
  marks: z.array(ageMark),
});
export const agesAnswer = z.strictObject({
  data: z.strictObject({ cohorts: z.array(agesRow) }),
  meta: answerMeta,
});

const days = z.strictObject({
  n: count,
  p25: z.number().nullable(),
  p50: z.number().nullable(),
  p75: z.number().nullable(),
  out_of_order: count,
});
const outcomes = {
  base: count,
  advanced: count,
  lost: count,
  no_decision: count,
  expired: count,
  open: count,
};
const stats = {
  ...outcomes,
  rate,
  interval,
  matured: z
    .strictObject({ rate: z.number(), interval, horizon_days: z.number(), at_risk: count })
    .nullable(),
  days,
};

export const stayAnswer = z.strictObject({
  data: z.strictObject({
    base: count,
    implied: count.describe('Entered without an event of its own: the stage was skipped'),
    advanced: count,
    regressed: count.describe('Of advanced: the record fell back behind the next stage later'),
    days,
    bins: z.array(
      z.strictObject({
        from: z.number(),
        to: z.number().nullable(),
        advanced: count,
        lost: count,
        no_decision: count,
      }),
    ),
    stuck: z.strictObject({
      limit_days: z.number().nullable().describe('1.5 x the median; null without a median'),
      stock: count,
      count,
      amount: money,
      unconverted: count,
      rows: z.array(
        z.strictObject({
          record_id: z.string(),
          account_id: z.string().nullable(),
          owner: z.string(),
          segment: z.string(),
          since: z.iso.datetime({ offset: true }),
          days: z.number(),
          amount: money.nullable().describe('In the reporting currency'),
        }),
      ),
    }),
  }),
  meta: answerMeta,
});

export const groupsAnswer = z.strictObject({
  data: z.strictObject({
    groups: z.array(z.strictObject({ key: groupKey, ...stats })),
    total: z.strictObject(stats),
  }),
  meta: answerMeta,
});

const person = { role: z.string(), owner: z.string().nullable() };
export const handOffsAnswer = z.strictObject({
  data: z.strictObject({
    from: z.array(
      z.strictObject({ ...person, owners: z.array(z.string()), ...outcomes, rate, interval, days }),
    ),
    pairs: z.array(
      z.strictObject({
        from: z.strictObject(person),
        to: z.strictObject(person),
        advanced: count,
        days,
      }),
    ),
  }),
  meta: answerMeta,
});

const rateParts = z.strictObject({ base: count, advanced: count, open: count });
export const changeAnswer = z.strictObject({
  data: z.strictObject({
    compare: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
    rate: z
      .strictObject({
        before: z.number(),
        after: z.number(),
        change: z.number(),
        mix: z.number(),
        rate: z.number(),
      })
      .nullable()
      .describe('null: one of the two periods is empty'),
    open: z.strictObject({ before: count, after: count }),
    parts: z.array(
      z.strictObject({
        key: groupKey,
        before: rateParts,
        after: rateParts,
        mix: z.number().nullable(),
        rate: z.number().nullable(),
      }),
    ),
    product: z
      .strictObject({
        before: money,
        after: money,
        factors: z.array(
          z.strictObject({
            factor: z.string().describe('entries, a conversion (ratio of flows), or amount'),
            before: z.number(),
            after: z.number(),
            contribution: money,
          }),
        ),
      })
      .nullable()
      .describe('Won amount of the two periods as a product of flows; null over an empty flow'),
  }),
  meta: answerMeta,
});

const target = z
  .strictObject({
    rate: z.number(),
    label: z.string(),
    base: count.nullable(),
    wins_a_year: z.number(),
    arr_a_year: money,
  })
  .nullable();
const side = z.strictObject({ base: count, advanced: count, rate: z.number() });
const bottleneck = z.strictObject({
  key: groupKey,
  from: z.enum(LADDER),
  to: z.enum(LADDER),
  base: count,
  advanced: count,
  open: count,
  settled: z
    .strictObject({ to: z.iso.date(), days: z.number().nullable(), base: count, advanced: count })
    .describe('Entries of the weeks before "to", old enough to have mostly finished: base of rate'),
  rate,
  interval,
  amount_per_win: money.nullable(),
  wins: count.describe('Wins with a known amount behind amount_per_win'),
  downstream: z.number().nullable(),
  targets: z.strictObject({ benchmark: target, best_quarter: target, best_pod: target }),
  changed: z
    .strictObject({
      on: z.iso.date(),
      before: side,
      after: side,
      arr_a_year: money.nullable().describe('Lost a year at the volume since; null for a rise'),
    })
    .nullable()
    .describe('The week from which on the rate of settled entries is another one, where one is'),
});
export const bottlenecksAnswer = z.strictObject({
  data: z.strictObject({ rows: z.array(bottleneck) }),
  meta: answerMeta,
});

export type AgesAnswer = z.infer<typeof agesAnswer>;
export type StayAnswer = z.infer<typeof stayAnswer>;
export type GroupsAnswer = z.infer<typeof groupsAnswer>;
export type HandOffsAnswer = z.infer<typeof handOffsAnswer>;
export type ChangeAnswer = z.infer<typeof changeAnswer>;
export type BottlenecksAnswer = z.infer<typeof bottlenecksAnswer>;
export type Bottleneck = z.infer<typeof bottleneck>;
