import sql from 'sql-template-tag';
import { z } from 'zod';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { entryEnd } from './entryEnd.ts';
import type { Tx } from './inOrg.ts';
import { at, entriesWithin, type QuestionScope, type Range } from './questionScope.ts';
import { rows } from './rows.ts';

const handOffRow = z.strictObject({
  fromRole: z.string(),
  fromOwner: z.string(),
  toRole: z.string().nullable(),
  toOwner: z.string().nullable(),
  kind: z.enum(['advanced', 'lost', 'no_decision', 'open']),
  timed: z.boolean(),
  entries: z.int(),
  durations: z.string().transform((text) => Float64Array.from(text.split(','), Number)),
});
/** Entries of one owner that came to one kind of end, and who had those that advanced. */
export type HandOffRow = z.infer<typeof handOffRow>;

/**
 * Who owned a record when it entered a stage, and who when it entered the next.
 * TRICKY: `stage` is no plain column, so that the next entry is found by record, not by stage.
 */
export async function countHandOffs(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
  to: LadderStage,
): Promise<HandOffRow[]> {
  const now = at(scope.asOf);
  return rows(
    tx,
    handOffRow,
    sql`select coalesce(p.role, 'unknown') as "fromRole", e.owner as "fromOwner",
        case when n.owner is not null then coalesce(q.role, 'unknown') end as "toRole",
        n.owner as "toOwner", ended.kind, not e.implied and not e.next_implied as timed,
        count(*)::int as entries,
        string_agg(round(date_part('epoch', coalesce(ended.at, ${now}) - e.entered_at) * 1000)
          ::bigint::text, ',') as durations
      from stage_entry e ${entryEnd(scope.asOf)}
      left join stage_entry n on n.org_id = e.org_id and n.record_id = e.record_id
        and n.stage || '' = ${to} and n.rule in ('both', ${scope.rule}) and ended.kind = 'advanced'
      left join person p on p.org_id = e.org_id and p.owner = e.owner
      left join person q on q.org_id = e.org_id and q.owner = n.owner
      where ${entriesWithin(tx.orgId, scope, range)}
      group by 1, 2, 3, 4, 5, 6`,
  );
}
