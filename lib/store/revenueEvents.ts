import sql, { raw } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { MOVEMENTS, type Movement, TIE_ORDER } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { at } from './questionScope.ts';
import { rows } from './rows.ts';

const texts = z.array(z.string());
const maybeTexts = z.array(z.string().nullable());

/** One list per column, all in one order: a row each costs five times as much. */
const columnsRow = z.strictObject({
  recordId: texts,
  ordinal: z.array(z.int()),
  accountId: maybeTexts,
  stage: z.array(z.enum(['won', ...MOVEMENTS])),
  rank: z.array(z.int()),
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
type Columns = z.infer<typeof columnsRow>;

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

const PART = 10_000;

const lists = (columns: Record<string, string>): string =>
  Object.entries(columns)
    .map(([name, column]) => `coalesce(json_agg(m.${column}), '[]') as "${name}"`)
    .join(', ');

const COLUMNS = lists({
  ...{ recordId: 'record_id', ordinal: 'ordinal', accountId: 'account_id', stage: 'movement' },
  ...{ rank: 'rank', occurredAt: 'ms', eventId: 'event_id', source: 'source' },
  ...{ amount: 'amount', ownAmount: 'own_amount', unconverted: 'unconverted' },
  ...Object.fromEntries(DIMENSIONS.map((name) => [name, name])),
});

/** The order of `orderEvents`; what is behind `source` only keeps equal ones apart. */
const PLACE = 'm.occurred_at, rank, m.event_id, m.source, m.record_id, m.ordinal';

/**
 * The events up to `as_of` that set or change what a record brings in, in the order of
 * `orderEvents`; a part of them in memory at a time.
 */
export async function* revenueEvents(tx: Tx, asOf: Instant): AsyncGenerator<RevenueEvent> {
  let after: Columns | undefined;
  do {
    after = await readPart(tx, asOf, after);
    for (let row = 0; row < after.recordId.length; row += 1) yield eventAt(after, row);
  } while (after.recordId.length === PART);
}

async function readPart(tx: Tx, asOf: Instant, before: Columns | undefined): Promise<Columns> {
  const last = before?.recordId.length ?? 0;
  const place =
    before === undefined || last === 0
      ? sql``
      : sql`and m.occurred_at >= ${at(before.occurredAt[last - 1] ?? 0)}
        and (${raw(PLACE)}) > (${at(before.occurredAt[last - 1] ?? 0)},
          ${before.rank[last - 1] ?? 0}::int, ${before.eventId[last - 1] ?? ''},
          ${before.source[last - 1] ?? ''}, ${before.recordId[last - 1] ?? ''},
          ${before.ordinal[last - 1] ?? 0}::int)`;
  const [columns] = await rows(
    tx,
    columnsRow,
    sql`select ${raw(COLUMNS)} from (
      select m.*, round(date_part('epoch', m.occurred_at) * 1000) as ms, rank,
        m.amount_reporting::text as amount, m.own_amount_reporting::text as own_amount
      from movement m
      cross join lateral array_position(${[...TIE_ORDER]}::text[], m.movement) as rank
      where m.org_id = ${tx.orgId}::uuid and m.occurred_at <= ${at(asOf)} ${place}
      order by ${raw(PLACE)} limit ${PART}) m`,
  );
  if (columns === undefined) throw new Error('an aggregate without a row');
  return columns;
}

function eventAt(columns: Columns, row: number): RevenueEvent {
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
