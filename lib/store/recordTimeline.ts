import sql, { raw } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER, TIE_ORDER } from '#lib/bowtie/stages.ts';
import { OUTCOMES } from '#lib/contract/records.ts';
import { entryEnd } from './entryEnd.ts';
import type { Tx } from './inOrg.ts';
import { at } from './questionScope.ts';
import { rows } from './rows.ts';

const text = z.string().nullable();

const eventRow = z.strictObject({
  source: z.string(),
  event_id: z.string(),
  version: z.number(),
  stage: z.enum(TIE_ORDER),
  stage_as_written: z.string(),
  occurred_at: z.number(),
  received_at: z.number(),
  superseded: z.boolean(),
  import_id: z.uuid().nullable(),
  account_id: text,
  dimensions: z.record(z.enum(DIMENSIONS), text),
  amount: text,
  currency: text,
  close_date: text,
});

const entryRow = z.strictObject({
  stage: z.enum(LADDER),
  rule: z.enum(['both', 'implied', 'actual']),
  entered_at: z.number(),
  implied: z.boolean(),
  outcome: z.enum(OUTCOMES),
  outcome_at: z.number().nullable(),
  amount: text,
  currency: text,
  dimensions: z.record(z.enum(DIMENSIONS), z.string()),
});

const dimensions = raw(
  `jsonb_build_object(${DIMENSIONS.map((name) => `'${name}', e.${name}`).join(', ')})`,
);
const amount = raw(
  '(case when scale(e.amount) < 2 then round(e.amount, 2) else e.amount end)::text',
);

/** Every row ever kept for events of this record, superseded ones too, in the order of events. */
export async function eventsOfRecord(tx: Tx, recordId: string) {
  return rows(
    tx,
    eventRow,
    sql`select e.source, e.event_id, e.version::float8 as version,
        coalesce(r.stage, e.stage) as stage, e.stage_as_written,
        round(extract(epoch from e.occurred_at) * 1000)::float8 as occurred_at,
        round(extract(epoch from e.received_at) * 1000)::float8 as received_at,
        exists (
          select from stage_event newer
          where newer.org_id = e.org_id and newer.source = e.source
            and newer.event_id = e.event_id
            and (newer.version, newer.arrival) > (e.version, e.arrival)) as superseded,
        e.import_id, e.account_id, ${dimensions} as dimensions, ${amount} as amount, e.currency,
        e.close_date::text as close_date
      from stage_event e
      left join stage_remap r on r.org_id = e.org_id and r.name = e.stage_as_written
        and e.arrival <= r.up_to
      where e.org_id = ${tx.orgId}::uuid and e.record_id = ${recordId}
      order by e.occurred_at, array_position(${[...TIE_ORDER]}::text[], e.stage::text),
        e.event_id, e.source, e.version, e.arrival`,
  );
}

/** The entries of this record under both rules, with what came of them by `as_of`. */
export async function entriesOfRecord(tx: Tx, recordId: string, asOf: Instant) {
  return rows(
    tx,
    entryRow,
    sql`select e.stage, e.rule, e.implied, ended.kind as outcome, ${amount} as amount, e.currency,
        round(extract(epoch from e.entered_at) * 1000)::float8 as entered_at,
        round(extract(epoch from ended.at) * 1000)::float8 as outcome_at,
        ${dimensions} as dimensions
      from stage_entry e ${entryEnd(asOf)}
      where e.org_id = ${tx.orgId}::uuid and e.record_id = ${recordId}
        and e.entered_at <= ${at(asOf)}
      order by array_position(${[...LADDER]}::text[], e.stage::text), e.rule`,
  );
}
