import sql, { raw } from 'sql-template-tag';
import { z } from 'zod';
import { WEEK_DAYS } from '#lib/contract/org.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const weekRow = z.strictObject({
  week: z.string(),
  stage: z.string(),
  entries: z.int(),
  amount: z.string(),
});
export type WeekCount = z.infer<typeof weekRow>;

export type Weeks = { zone: string; weekStart: (typeof WEEK_DAYS)[number]; now: Date };

/** Entries of every week that was over, by its first day; the amount is that of wins. */
export async function closedWeeks(
  tx: Tx,
  weeks: Weeks,
  table: 'stage_entry' | 'public.stage_entry',
): Promise<WeekCount[]> {
  const shift = WEEK_DAYS.indexOf(weeks.weekStart);
  const weekOf = (at: ReturnType<typeof sql>) =>
    sql`(date_trunc('week', (${at} at time zone ${weeks.zone}) - ${shift}::int * interval '1 day')
      + ${shift}::int * interval '1 day')::date`;
  return rows(
    tx,
    weekRow,
    sql`select ${weekOf(sql`e.entered_at`)}::text as week, e.stage, count(*)::int as entries,
        coalesce(sum(e.amount_reporting) filter (where e.stage = 'won'), 0.00)::text as amount
      from ${raw(table)} e
      where e.org_id = ${tx.orgId}::uuid and e.rule in ('both', 'implied')
        and e.motion = 'new_business'
        and ${weekOf(sql`e.entered_at`)} < ${weekOf(sql`${weeks.now}::timestamptz`)}
      group by 1, 2`,
  );
}
