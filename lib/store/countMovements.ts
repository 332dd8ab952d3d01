import sql from 'sql-template-tag';
import { z } from 'zod';
import { MOVEMENTS } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { at, groupOf, matching, type QuestionScope, type Range } from './questionScope.ts';
import { rows } from './rows.ts';

const movementRow = z.strictObject({
  group: z.string(),
  movement: z.enum(MOVEMENTS),
  events: z.int(),
});
export type MovementCounts = z.infer<typeof movementRow>;

/** Renewals, expansions, contractions and churns within the range, by event. */
export async function countMovements(
  tx: Tx,
  scope: Pick<QuestionScope, 'asOf' | 'by' | 'where'>,
  range: Range,
): Promise<MovementCounts[]> {
  return rows(
    tx,
    movementRow,
    sql`select ${groupOf('m', scope.by)} as "group", m.movement, count(*)::int as events
      from movement m
      where m.org_id = ${tx.orgId}::uuid and m.movement <> 'won' and m.occurred_at >= ${at(range.from)}
        and m.occurred_at < ${at(range.to)} and m.occurred_at <= ${at(scope.asOf)}
        ${matching('m', scope.where)}
      group by 1, 2`,
  );
}
