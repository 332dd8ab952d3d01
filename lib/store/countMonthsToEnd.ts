import sql from 'sql-template-tag';
import { z } from 'zod';
import { LADDER } from '#lib/bowtie/stages.ts';
import { entryEnd } from './entryEnd.ts';
import type { Tx } from './inOrg.ts';
import { at, entriesWithin, groupOf, type QuestionScope, type Range } from './questionScope.ts';
import { rows } from './rows.ts';

const monthsRow = z.strictObject({
  group: z.string(),
  stage: z.enum(LADDER),
  kind: z.enum(['advanced', 'lost', 'no_decision', 'open']),
  timed: z.boolean(),
  age: z.int(),
  months: z.int(),
  entries: z.int(),
});

/**
 * Entries that came to one kind of end `months` calendar months after the month of the entry, which
 * is `age` months before that of `as_of`; of open ones both are the same.
 */
export type MonthsRow = z.infer<typeof monthsRow>;

/** After how many local calendar months the entries of each stage came to which end. */
export async function countMonthsToEnd(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
  timeZone: string,
): Promise<MonthsRow[]> {
  const now = at(scope.asOf);
  return rows(
    tx,
    monthsRow,
    sql`with entry as (
        select ${groupOf('e', scope.by)} as "group", e.stage, ended.kind,
          not e.implied and not e.next_implied as timed,
          e.entered_at at time zone ${timeZone} as entered,
          coalesce(ended.at, ${now}) at time zone ${timeZone} as ended,
          ${now} at time zone ${timeZone} as seen
        from stage_entry e ${entryEnd(scope.asOf)}
        where ${entriesWithin(tx.orgId, scope, range)})
      select "group", stage, kind, timed,
        ((extract(year from seen) - extract(year from entered)) * 12
          + extract(month from seen) - extract(month from entered))::int as age,
        ((extract(year from ended) - extract(year from entered)) * 12
          + extract(month from ended) - extract(month from entered))::int as months,
        count(*)::int as entries
      from entry group by 1, 2, 3, 4, 5, 6`,
  );
}
