import sql, { raw } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { MOVEMENTS } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { at } from './questionScope.ts';
import { rows } from './rows.ts';

const revenueRow = z.strictObject({
  recordId: z.string(),
  accountId: z.string().nullable(),
  stage: z.enum(['won', ...MOVEMENTS]),
  occurredAt: z.number(),
  eventId: z.string(),
  source: z.string(),
  dimensions: z.record(z.enum(DIMENSIONS), z.string()),
  amount: z.string().nullable(),
  ownAmount: z.string().nullable(),
  unconverted: z.boolean(),
});
export type RevenueEvent = z.infer<typeof revenueRow>;

const dimensions = raw(
  `jsonb_build_object(${DIMENSIONS.map((name) => `'${name}', m.${name}`).join(', ')})`,
);

/** The events up to `as_of` that set or change what a record brings in. */
export async function revenueEvents(tx: Tx, asOf: Instant): Promise<RevenueEvent[]> {
  return rows(
    tx,
    revenueRow,
    sql`select m.record_id as "recordId", m.account_id as "accountId", m.movement as stage,
        round(extract(epoch from m.occurred_at) * 1000)::float8 as "occurredAt",
        m.event_id as "eventId", m.source, ${dimensions} as dimensions,
        m.amount_reporting::text as amount, m.own_amount_reporting::text as "ownAmount",
        m.unconverted
      from movement m
      where m.org_id = ${tx.orgId}::uuid and m.occurred_at <= ${at(asOf)}`,
  );
}
