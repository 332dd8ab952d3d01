import sql from 'sql-template-tag';
import { z } from 'zod';
import { LADDER } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { at, entriesWithin, groupOf, type QuestionScope, type Range } from './questionScope.ts';
import { rows } from './rows.ts';

const reachedRow = z.strictObject({
  group: z.string(),
  stage: z.enum(LADDER),
  reached: z.int(),
});
export type Reached = z.infer<typeof reachedRow>;

/**
 * Of the records that entered the first stage that is on within the range: how many entered each
 * stage by `as_of`, at or after that. Groups are those of the entry into the first stage.
 */
export async function countReached(tx: Tx, scope: QuestionScope, range: Range): Promise<Reached[]> {
  const first = { ...scope, stages: scope.stages.slice(0, 1) };
  return rows(
    tx,
    reachedRow,
    sql`select ${groupOf('e', scope.by)} as "group", later.stage, count(*)::int as reached
      from stage_entry e
      join stage_entry later on later.org_id = e.org_id and later.record_id = e.record_id
        and later.rule in ('both', ${scope.rule})
        and later.entered_at >= e.entered_at and later.entered_at <= ${at(scope.asOf)}
      where ${entriesWithin(tx.orgId, first, range)}
      group by 1, 2`,
  );
}
