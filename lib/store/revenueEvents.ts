import sql, { raw } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { MOVEMENTS, type Movement } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { at } from './questionScope.ts';
import { rows } from './rows.ts';

const texts = z.array(z.string());
const maybeTexts = z.array(z.string().nullable());

/** One list per column, all in one order: a row each costs five times as much. */
const columnsRow = z.strictObject({
  recordId: texts,
  accountId: maybeTexts,
  stage: z.array(z.enum(['won', ...MOVEMENTS])),
  occurredAt: z.array(z.number()),
  eventId: texts,
  source: texts,
  amount: maybeTexts,
  ownAmount: maybeTexts,
  unconverted: z.array(z.boolean()),
  segment: texts,
  channel: texts,
  owner: texts,
  pod: texts,
  motion: texts,
  product: texts,
  region: texts,
});

export type RevenueEvent = {
  recordId: string;
  accountId: string | null;
  stage: 'won' | Movement;
  occurredAt: Instant;
  eventId: string;
  source: string;
  dimensions: DimensionValues;
  amount: string | null;
  ownAmount: string | null;
  unconverted: boolean;
};

const dimensions = raw(
  DIMENSIONS.map((name) => `coalesce(json_agg(m.${name}), '[]') as ${name}`).join(', '),
);

/** The events up to `as_of` that set or change what a record brings in. */
export async function revenueEvents(tx: Tx, asOf: Instant): Promise<RevenueEvent[]> {
  const [columns] = await rows(
    tx,
    columnsRow,
    sql`select coalesce(json_agg(m.record_id), '[]') as "recordId",
        coalesce(json_agg(m.account_id), '[]') as "accountId",
        coalesce(json_agg(m.movement), '[]') as stage,
        coalesce(json_agg(round(date_part('epoch', m.occurred_at) * 1000)), '[]') as "occurredAt",
        coalesce(json_agg(m.event_id), '[]') as "eventId",
        coalesce(json_agg(m.source), '[]') as source,
        coalesce(json_agg(m.amount_reporting::text), '[]') as amount,
        coalesce(json_agg(m.own_amount_reporting::text), '[]') as "ownAmount",
        coalesce(json_agg(m.unconverted), '[]') as unconverted, ${dimensions}
      from movement m
      where m.org_id = ${tx.orgId}::uuid and m.occurred_at <= ${at(asOf)}`,
  );
  return columns === undefined ? [] : columns.recordId.map((_, row) => eventAt(columns, row));
}

function eventAt(columns: z.infer<typeof columnsRow>, row: number): RevenueEvent {
  const text = (list: readonly string[]) => list[row] ?? '';
  return {
    recordId: text(columns.recordId),
    accountId: columns.accountId[row] ?? null,
    stage: columns.stage[row] ?? 'won',
    occurredAt: columns.occurredAt[row] ?? 0,
    eventId: text(columns.eventId),
    source: text(columns.source),
    amount: columns.amount[row] ?? null,
    ownAmount: columns.ownAmount[row] ?? null,
    unconverted: columns.unconverted[row] ?? false,
    dimensions: {
      segment: text(columns.segment),
      channel: text(columns.channel),
      owner: text(columns.owner),
      pod: text(columns.pod),
      motion: text(columns.motion),
      product: text(columns.product),
      region: text(columns.region),
    },
  };
}
