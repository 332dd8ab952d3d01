import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { entriesWithin, groupOf, partAt, type QuestionScope } from './questionScope.ts';
import { rows } from './rows.ts';

const roleMonth = z.strictObject({
  bucket: z.int(),
  /** Null: all of them. */
  group: z.string().nullable(),
  role: z.string(),
  stage: z.enum(LADDER),
  entries: z.int(),
  heads: z.int(),
});
export type RoleMonthRow = z.infer<typeof roleMonth>;

/**
 * Entries into each stage between the cuts by the role of their owner, and how many owners: of each
 * group, and of all of them together.
 */
export async function countRoleMonths(
  tx: Tx,
  scope: QuestionScope,
  cuts: readonly Instant[],
): Promise<RoleMonthRow[]> {
  const range = { from: cuts[0] ?? 0, to: cuts.at(-1) ?? 0 };
  return rows(
    tx,
    roleMonth,
    sql`select bucket, "group", role, stage, sum(entries)::int as entries,
        count(distinct owner)::int as heads
      from (
        select ${partAt(sql`e.entered_at`, cuts)}::int as bucket,
          ${groupOf('e', scope.by)} as "group", p.role, e.stage, e.owner, count(*) as entries
        from stage_entry e join person p on p.org_id = e.org_id and p.owner = e.owner
        where ${entriesWithin(tx.orgId, scope, range)} group by 1, 2, 3, 4, 5) owned
      group by grouping sets ((bucket, role, stage, "group"), (bucket, role, stage))`,
  );
}
