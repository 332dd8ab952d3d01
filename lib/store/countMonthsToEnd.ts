import sql from 'sql-template-tag';
import { z } from 'zod';
import { addMonths, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { entryEnd } from './entryEnd.ts';
import type { Tx } from './inOrg.ts';
import {
  at,
  entriesWithin,
  groupOf,
  partAt,
  type QuestionScope,
  type Range,
} from './questionScope.ts';
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
  const months = monthStarts(range.from, Math.max(range.to, scope.asOf), timeZone);
  const entry = sql`select ${groupOf('e', scope.by)} as "group", e.stage, ended.kind,
      not e.implied and not e.next_implied as timed,
      ${partAt(sql`e.entered_at`, months)} as entered,
      ${partAt(sql`coalesce(ended.at, ${now})`, months)} as ended
    from stage_entry e ${entryEnd(scope.asOf)}
    where ${entriesWithin(tx.orgId, scope, range)}`;
  return rows(
    tx,
    monthsRow,
    sql`select "group", stage, kind, timed,
        ((select ${partAt(now, months)}) - entered)::int as age,
        (ended - entered)::int as months, count(*)::int as entries
      from (${entry}) entry group by 1, 2, 3, 4, 5, 6`,
  );
}

/** Three at least, so that the last one begins after both. */
function monthStarts(from: Instant, to: Instant, timeZone: string): Instant[] {
  const starts: Instant[] = [];
  let month = `${localDayOf(from, timeZone).slice(0, 8)}01`;
  do {
    starts.push(startOfLocalDay(month, timeZone));
    month = addMonths(month, 1);
  } while (starts.length < 3 || (starts.at(-1) ?? 0) <= to);
  return starts;
}
