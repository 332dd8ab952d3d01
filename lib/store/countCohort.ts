import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import type { DurationHistogram } from '#lib/bowtie/durationHistogram.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { entryEnd } from './entryEnd.ts';
import type { Tx } from './inOrg.ts';
import { at, entriesWithin, groupOf, type QuestionScope } from './questionScope.ts';
import { rows } from './rows.ts';

const list = z.string().transform((text) => Float64Array.from(text.split(','), Number));

const cohortRow = z.strictObject({
  bucket: z.int(),
  group: z.string(),
  stage: z.enum(LADDER),
  entries: z.int(),
  implied: z.int(),
  amount: z.string(),
  unconverted: z.int(),
  ms: list,
  advanced: list,
  timed: list,
  outOfOrder: list,
  lost: list,
  noDecision: list,
  open: list,
});

/** The entries of one bucket of time, group and stage, with what came of them. */
export type CohortCounts = {
  bucket: number;
  group: string;
  stage: (typeof LADDER)[number];
  entries: number;
  implied: number;
  amount: string;
  unconverted: number;
  histogram: DurationHistogram;
};

/**
 * How many records entered each stage between the cuts, and after which time each came to which
 * end by `as_of`. `cuts` ascend: the first bucket is [cuts[0], cuts[1]).
 */
export async function countCohort(
  tx: Tx,
  scope: QuestionScope,
  cuts: readonly Instant[],
): Promise<CohortCounts[]> {
  const found = await rows(tx, cohortRow, question(tx.orgId, scope, cuts));
  return found.map(({ bucket, group, stage, entries, implied, amount, unconverted, ...cells }) => {
    return { bucket, group, stage, entries, implied, amount, unconverted, histogram: cells };
  });
}

function question(orgId: string, scope: QuestionScope, cuts: readonly Instant[]): Sql {
  const range = { from: cuts[0] ?? 0, to: cuts.at(-1) ?? 0 };
  const now = at(scope.asOf);
  const bucket =
    cuts.length === 2
      ? sql`0`
      : sql`width_bucket(extract(epoch from e.entered_at) * 1000, ${[...cuts]}::numeric[]) - 1`;
  return sql`
    with entry as (
      select ${bucket} as bucket, ${groupOf('e', scope.by)} as grp, e.stage, e.implied,
        e.amount_reporting, e.amount is not null and e.amount_reporting is null as unconverted,
        ended.kind, not e.implied and not e.next_implied as timed,
        coalesce(e.out_of_order_at <= ${now}, false) as out_of_order,
        (date_part('epoch', coalesce(ended.at, ${now}) - e.entered_at) * 1000)::bigint as ms
      from stage_entry e ${entryEnd(scope.asOf)}
      where ${entriesWithin(orgId, scope, range)}
    ), cell as (
      select bucket, grp, stage, ms, count(*) as entries,
        count(*) filter (where implied) as implied, sum(amount_reporting) as amount,
        count(*) filter (where unconverted) as unconverted,
        count(*) filter (where kind = 'advanced') as advanced,
        count(*) filter (where kind = 'advanced' and timed) as timed,
        count(*) filter (where kind = 'advanced' and out_of_order) as out_of_order,
        count(*) filter (where kind = 'lost') as lost,
        count(*) filter (where kind = 'no_decision') as no_decision,
        count(*) filter (where kind = 'open') as open
      from entry group by bucket, grp, stage, ms
    )
    select bucket::int, grp as "group", stage, sum(entries)::int as entries,
      sum(implied)::int as implied, coalesce(sum(amount), 0.00)::text as amount,
      sum(unconverted)::int as unconverted, string_agg(ms::text, ',' order by ms) as ms,
      string_agg(advanced::text, ',' order by ms) as advanced,
      string_agg(timed::text, ',' order by ms) as timed,
      string_agg(out_of_order::text, ',' order by ms) as "outOfOrder",
      string_agg(lost::text, ',' order by ms) as lost,
      string_agg(no_decision::text, ',' order by ms) as "noDecision",
      string_agg(open::text, ',' order by ms) as open
    from cell group by bucket, grp, stage`;
}
