import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER, MOVEMENTS } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { at } from './questionScope.ts';
import { rows } from './rows.ts';

const momentRow = z.strictObject({
  recordId: z.string(),
  motion: z.string(),
  stage: z.enum([...LADDER, ...MOVEMENTS]),
  at: z.number(),
  implied: z.boolean(),
  amount: z.string().nullable(),
});

/** Entries and movements of every record of an account; a record without one is its own account. */
export async function accountMoments(tx: Tx, accountId: string, asOf: Instant) {
  return rows(
    tx,
    momentRow,
    sql`with record as (
        select distinct record_id from stage_event
        where org_id = ${tx.orgId}::uuid and account_id = ${accountId}
        union select ${accountId}
      ), found as (
        select e.record_id, e.motion, e.stage, e.entered_at as happened, e.implied,
          e.amount_reporting as amount, e.account_id
        from stage_entry e join record using (record_id)
        where e.org_id = ${tx.orgId}::uuid and e.rule in ('both', 'implied')
        union all
        select m.record_id, m.motion, m.movement, m.occurred_at, false, m.own_amount_reporting,
          m.account_id
        from movement m join record using (record_id)
        where m.org_id = ${tx.orgId}::uuid and m.movement <> 'won'
      )
      select record_id as "recordId", motion, stage, implied, amount::text as amount,
        round(extract(epoch from happened) * 1000)::float8 as at
      from found
      where coalesce(account_id, record_id) = ${accountId} and happened <= ${at(asOf)}
      order by happened, array_position(${[...LADDER]}::text[], stage), record_id`,
  );
}
