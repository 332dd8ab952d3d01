import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { entriesWithin, groupOf, partAt, type QuestionScope } from './questionScope.ts';
import { rows } from './rows.ts';

export const stageCounts = z.strictObject({
  bucket: z.int(),
  group: z.string(),
  stage: z.enum(LADDER),
  entries: z.int(),
  implied: z.int(),
  amount: z.string(),
  unconverted: z.int(),
});
export type StageCounts = z.infer<typeof stageCounts>;

/** Entries into each stage between the cuts, each under the dimensions of its own entry. */
export async function countFlows(
  tx: Tx,
  scope: QuestionScope,
  cuts: readonly Instant[],
): Promise<StageCounts[]> {
  const range = { from: cuts[0] ?? 0, to: cuts.at(-1) ?? 0 };
  return rows(
    tx,
    stageCounts,
    sql`select ${partAt(sql`e.entered_at`, cuts)}::int as bucket,
        ${groupOf('e', scope.by)} as "group", e.stage, count(*)::int as entries,
        (count(*) filter (where e.implied))::int as implied,
        coalesce(sum(e.amount_reporting), 0.00)::text as amount,
        (count(*) filter (where e.amount is not null and e.amount_reporting is null))::int
          as unconverted
      from stage_entry e where ${entriesWithin(tx.orgId, scope, range)}
      group by 1, 2, 3`,
  );
}
