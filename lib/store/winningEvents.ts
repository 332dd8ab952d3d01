import sql from 'sql-template-tag';
import type { StageEvent } from '#lib/bowtie/records.ts';
import type { Stage } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { textList } from './textList.ts';

type Row = {
  record_id: string;
  source: string;
  event_id: string;
  stage: Stage;
  at: number;
  account_id: string | null;
  segment: string | null;
  channel: string | null;
  owner: string | null;
  pod: string | null;
  motion: string | null;
  product: string | null;
  region: string | null;
  amount: string | null;
  currency: string | null;
  close_date: string | null;
};

/** What a stage name means now, of facts that were read when it meant another stage. */
const REMAPPED = {
  said: sql`case when r.name is null then e.stage else r.stage end`,
  join: sql`left join stage_remap r on r.org_id = e.org_id and r.name = e.stage_as_written
    and e.arrival <= r.up_to`,
  kept: sql`and (r.name is null or r.stage is not null)`,
};

/**
 * The winners of these records: of each identity the highest version, then the latest arrival.
 *
 * TRICKY: `lateral` with `offset 0` holds the planner to one index look-up per name, and a question
 * for one value to one per event. Of tables that were filled a moment ago it knows no statistics,
 * and would read the whole organization.
 */
export async function winningEvents(
  tx: Tx,
  recordIds: readonly string[],
  remapped = false,
): Promise<Map<string, StageEvent[]>> {
  const stage = remapped ? REMAPPED : { said: sql`e.stage`, join: sql``, kept: sql`` };
  const question = sql`
    select e.record_id, e.source, e.event_id, ${stage.said} as stage,
      date_part('epoch', e.occurred_at) * 1000 as at, e.account_id, e.segment, e.channel,
      e.owner, e.pod, e.motion, e.product, e.region, e.amount::text as amount, e.currency,
      e.close_date::text as close_date
    from unnest(${textList(recordIds)}::text[]) as asked (id)
    cross join lateral (
      select * from stage_event f
      where f.org_id = ${tx.orgId}::uuid and f.record_id = asked.id offset 0) e
    ${stage.join}
    where (
      select true from stage_event n
      where n.org_id = ${tx.orgId}::uuid and n.source = e.source and n.event_id = e.event_id
        and (n.version, n.arrival) > (e.version, e.arrival) limit 1) is null ${stage.kept}`;
  const result = await tx.client.query<Row>({ text: question.text, values: question.values });
  const byRecord = new Map<string, StageEvent[]>();
  for (const row of result.rows) {
    const events = byRecord.get(row.record_id);
    if (events) events.push(toEvent(row));
    else byRecord.set(row.record_id, [toEvent(row)]);
  }
  return byRecord;
}

function toEvent(row: Row): StageEvent {
  const { segment, channel, owner, pod, motion, product, region } = row;
  return {
    source: row.source,
    eventId: row.event_id,
    stage: row.stage,
    occurredAt: Math.round(row.at),
    accountId: row.account_id,
    dimensions: { segment, channel, owner, pod, motion, product, region },
    amount: row.amount,
    currency: row.currency,
    closeDate: row.close_date,
  };
}
