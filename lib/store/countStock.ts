import sql, { type Sql } from 'sql-template-tag';
import type { Instant } from '#lib/bowtie/records.ts';
import { type StageCounts, stageCounts } from './countFlows.ts';
import type { Tx } from './inOrg.ts';
import { at, groupOf, matching, type QuestionScope } from './questionScope.ts';
import { rows } from './rows.ts';

/** The spans of records that are in stock just before `to`, as known at `as_of`. */
export function stockAt(orgId: string, scope: QuestionScope, to: Instant): Sql {
  const moment = at(Math.min(to - 1, scope.asOf));
  return sql`s.org_id = ${orgId}::uuid and s.in_stock and s.stage = any(${[...scope.stages]}::text[])
    and s.from_at <= ${moment} and (s.to_at is null or s.to_at > ${moment})
    ${matching('s', scope.where)}`;
}

/** Records in stock at `to` per stage, under the dimensions last known before it. */
export async function countStock(
  tx: Tx,
  scope: QuestionScope,
  to: Instant,
): Promise<StageCounts[]> {
  return rows(
    tx,
    stageCounts,
    sql`select 0 as bucket, ${groupOf('s', scope.by)} as "group", s.stage,
        count(*)::int as entries, 0 as implied,
        coalesce(sum(s.amount_reporting), 0.00)::text as amount,
        (count(*) filter (where s.amount is not null and s.amount_reporting is null))::int
          as unconverted
      from record_span s where ${stockAt(tx.orgId, scope, to)}
      group by 2, 3`,
  );
}
