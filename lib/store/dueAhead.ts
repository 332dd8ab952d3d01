import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { lapsedBefore } from '#lib/bowtie/renewals.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const dueRow = z.strictObject({
  group: z.string(),
  /** Of contracts that ran to their end in the past: settled, their ARR, and what was renewed. */
  settled: z.int(),
  settledArr: z.number(),
  keptArr: z.number(),
  /** Contracts that run now and end ahead, and their ARR. */
  due: z.int(),
  dueArr: z.number(),
});
export type DueAheadRow = z.infer<typeof dueRow>;

/**
 * What fell due in the past and how much of it was renewed, and what falls due ahead, by segment,
 * as known on a day: a successor that has not begun is none yet, a cancelled contract ends early
 * and is not due.
 */
export async function dueAhead(
  tx: Tx,
  { past, ahead, asOfDay }: { past: DayRange; ahead: DayRange; asOfDay: Day },
): Promise<DueAheadRow[]> {
  const today = sql`${asOfDay}::date`;
  const followed = sql`(renewed and successor_on <= ${today})`;
  const settled = sql`ends_on >= ${past.from}::date and ends_on < ${past.to}::date
    and (${followed} or ends_on < ${lapsedBefore(asOfDay)}::date)`;
  const running = sql`ends_on >= ${ahead.from}::date and ends_on < ${ahead.to}::date
    and starts_on <= ${today} and not ${followed}`;
  const first = past.from < ahead.from ? past.from : ahead.from;
  return rows(
    tx,
    dueRow,
    sql`select segment as "group", (count(*) filter (where ${settled}))::int as settled,
        coalesce(sum(arr) filter (where ${settled}), 0)::float8 as "settledArr",
        coalesce(sum(least(arr, successor_arr)) filter (where ${settled} and ${followed}), 0)::float8
          as "keptArr",
        (count(*) filter (where ${running}))::int as due,
        coalesce(sum(arr) filter (where ${running}), 0)::float8 as "dueArr"
      from contract_term
      where org_id = ${tx.orgId}::uuid and covers and arr is not null
        and ends_on >= ${first}::date and ends_on < ${ahead.to}::date
        and (until is null or until >= ends_on or until > ${today})
      group by 1`,
  );
}
