import sql from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import type { StageEvent } from '#lib/bowtie/records.ts';
import type { Stage } from '#lib/bowtie/stages.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

/** When a row was known, and what brought it: a file, or calls of a source. */
export type Told = { known: number; importId: string | null; source: string };
export type ToldEvent = Told & {
  recordId: string;
  eventId: string;
  version: number;
  arrival: number;
  /** null: its stage is ignored now. */
  event: StageEvent | null;
};
export type ToldAccount = Told & {
  accountId: string;
  version: number;
  arrival: number;
  dimensions: Partial<Record<Dimension, string>>;
};

/** When rows that were held back were taken: from then on they were known, not from arrival. */
export type TakenLater = (row: {
  importId: string | null;
  line: number;
  received: number;
}) => number | undefined;

const takenRow = z.strictObject({
  importId: z.uuid().nullable(),
  line: z.number(),
  received: z.number(),
  released: z.number(),
});

export async function takenLater(tx: Tx): Promise<TakenLater> {
  const found = await rows(
    tx,
    takenRow,
    sql`select import_id as "importId", line::float8 as line,
        round(date_part('epoch', received_at) * 1000) as received,
        round(date_part('epoch', released_at) * 1000) as released
      from quarantine where org_id = ${tx.orgId}::uuid and outcome = 'accepted'`,
  );
  const keyOf = (row: Parameters<TakenLater>[0]) => `${row.importId} ${row.line} ${row.received}`;
  const known = new Map(found.map((row) => [keyOf(row), row.released]));
  return (row) => (known.size === 0 ? undefined : known.get(keyOf(row)));
}

/** Records that a row since a moment touches, those that lost an event by it included. */
export async function recordsKnownSince(tx: Tx, since: Date): Promise<string[]> {
  const question = sql`
    with news as (
      select e.source, e.event_id from stage_event e
      where e.org_id = ${tx.orgId}::uuid and e.received_at > ${since}
      union
      select e.source, e.event_id from quarantine h
      join stage_event e on e.org_id = h.org_id and e.received_at = h.received_at
        and e.line = h.line and e.import_id is not distinct from h.import_id
      where h.org_id = ${tx.orgId}::uuid and h.outcome = 'accepted' and h.released_at > ${since}
    )
    select distinct f.record_id as id from news join stage_event f
      on f.org_id = ${tx.orgId}::uuid and f.source = news.source and f.event_id = news.event_id
    union
    select e.record_id from account a join stage_event e
      on e.org_id = a.org_id and e.account_id = a.account_id
    where a.org_id = ${tx.orgId}::uuid and a.received_at > ${since}
    order by id`;
  const found = await tx.client.query<{ id: string }>({
    text: question.text,
    values: question.values,
  });
  return found.rows.map((row) => row.id);
}

type Row = Record<Dimension, string | null> & {
  record_id: string;
  source: string;
  event_id: string;
  version: number;
  arrival: number;
  received: number;
  line: number;
  import_id: string | null;
  stage: Stage | null;
  at: number;
  account_id: string | null;
  amount: string | null;
  currency: string | null;
  close_date: string | null;
};

/** Every row of the events that these records have or had, the other records' rows too. */
export async function toldEvents(
  tx: Tx,
  recordIds: readonly string[],
  later: TakenLater,
): Promise<ToldEvent[]> {
  const question = sql`
    with own as (
      select distinct f.source, f.event_id from unnest(${recordIds}::text[]) as asked (id)
      cross join lateral (
        select g.source, g.event_id from stage_event g
        where g.org_id = ${tx.orgId}::uuid and g.record_id = asked.id offset 0) f)
    select e.record_id, e.source, e.event_id, e.version::float8 as version,
      e.arrival::float8 as arrival, round(date_part('epoch', e.received_at) * 1000) as received,
      e.line::float8 as line, e.import_id,
      case when r.name is null then e.stage else r.stage end as stage,
      round(date_part('epoch', e.occurred_at) * 1000) as at, e.account_id, e.segment, e.channel,
      e.owner, e.pod, e.motion, e.product, e.region, e.amount::text as amount, e.currency,
      e.close_date::text as close_date
    from own
    cross join lateral (
      select * from stage_event g where g.org_id = ${tx.orgId}::uuid
        and g.source = own.source and g.event_id = own.event_id offset 0) e
    left join stage_remap r on r.org_id = e.org_id and r.name = e.stage_as_written
      and e.arrival <= r.up_to`;
  const found = await tx.client.query<Row>({ text: question.text, values: question.values });
  return found.rows.map((row) => toTold(row, later));
}

function toTold(row: Row, later: TakenLater): ToldEvent {
  const { version, arrival, received, line, source, stage } = row;
  const known = later({ importId: row.import_id, line, received }) ?? received;
  const eventId = row.event_id;
  const told = { recordId: row.record_id, eventId, version, arrival, known, source };
  const event = stage && {
    ...{ source, eventId, stage, occurredAt: row.at, accountId: row.account_id },
    dimensions: Object.fromEntries(DIMENSIONS.map((one) => [one, row[one]])),
    ...{ amount: row.amount, currency: row.currency, closeDate: row.close_date },
  };
  return { ...told, importId: row.import_id, event: event as StageEvent | null };
}

const accountRow = z.strictObject({
  accountId: z.string(),
  version: z.number(),
  arrival: z.number(),
  received: z.number(),
  line: z.number(),
  importId: z.uuid().nullable(),
  source: z.string(),
  dimensions: z.record(z.string(), z.string().nullable()),
});

export async function toldAccounts(
  tx: Tx,
  accountIds: readonly string[],
  later: TakenLater,
): Promise<ToldAccount[]> {
  const found = await rows(
    tx,
    accountRow,
    sql`select e.account_id as "accountId", e.version::float8 as version,
        e.arrival::float8 as arrival, round(date_part('epoch', e.received_at) * 1000) as received,
        e.line::float8 as line, e.import_id as "importId", e.source,
        jsonb_build_object('segment', e.segment, 'channel', e.channel, 'owner', e.owner,
          'region', e.region) as dimensions
      from account e
      where e.org_id = ${tx.orgId}::uuid and e.account_id = any(${accountIds}::text[])`,
  );
  return found.map(({ dimensions, received, line, ...row }) => {
    const known = later({ importId: row.importId, line, received }) ?? received;
    const said = Object.entries(dimensions).filter(([, value]) => value !== null);
    return { ...row, known, dimensions: Object.fromEntries(said) as ToldAccount['dimensions'] };
  });
}

const firstRow = z.strictObject({ first: z.date().nullable() });

/** When the first event of all arrived. */
export async function firstArrival(tx: Tx): Promise<Date | null> {
  // The first of a thousand is a bound by which the index leaves out nearly all others.
  const question = sql`select min(received_at) as first from stage_event
    where org_id = ${tx.orgId}::uuid and received_at <= (
      select min(received_at) from (
        select received_at from stage_event where org_id = ${tx.orgId}::uuid limit 1000) few)`;
  return (await rows(tx, firstRow, question))[0]?.first ?? null;
}
