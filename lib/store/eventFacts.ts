import sql from 'sql-template-tag';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import type { StageEvent } from '#lib/bowtie/records.ts';
import type { Tx } from './inOrg.ts';
import { type Cell, columns, insertRows, rowsOf } from './insertRows.ts';
import { textList } from './textList.ts';

/** One event on its way into `stage_event`. */
export type NewEvent = StageEvent & {
  recordId: string;
  version: number;
  stageAsWritten: string;
  contentHash: string;
  line: number;
  arrival?: string | undefined;
};

export type KeptEvent = {
  source: string;
  event_id: string;
  version: string;
  content_hash: string;
  record_id: string;
};

/** All kept rows of these identities, winners or not. */
export async function keptEvents(
  tx: Tx,
  identities: readonly { source: string; eventId: string }[],
): Promise<KeptEvent[]> {
  const question = sql`
    select f.source, f.event_id, f.version::text as version, f.content_hash, f.record_id
    from unnest(${textList(identities.map((one) => one.source))}::text[],
                ${textList(identities.map((one) => one.eventId))}::text[]) as asked (source, event_id)
    cross join lateral (
      select * from stage_event e where e.org_id = ${tx.orgId}::uuid
        and e.source = asked.source and e.event_id = asked.event_id offset 0) f`;
  const result = await tx.client.query<KeptEvent>({ text: question.text, values: question.values });
  return result.rows;
}

const COLUMNS = [
  ...columns('text', 'source', 'event_id'),
  ...columns('bigint', 'version'),
  ...columns('text', 'content_hash'),
  ...columns('instant', 'received_at'),
  ...columns('uuid', 'import_id'),
  ...columns('bigint', 'line'),
  ...columns('text', 'record_id', 'account_id', 'stage', 'stage_as_written'),
  ...columns('instant', 'occurred_at'),
  ...columns('text', ...DIMENSIONS),
  ...columns('numeric', 'amount'),
  ...columns('text', 'currency'),
  ...columns('date', 'close_date'),
];
const PLACED = [...COLUMNS, ...columns('arrival', 'arrival')];

/** Adds facts in the order of the list; later ones arrived later. */
export async function insertEvents(
  tx: Tx,
  events: readonly NewEvent[],
  at: { receivedAt: number; importId: string | null },
): Promise<void> {
  if (events.length === 0) return;
  // A row that is tried again has the place among the others that it came at.
  const placed = events.some((event) => event.arrival !== undefined);
  const rows = rowsOf(events, (event): Cell[] => [
    event.source,
    event.eventId,
    event.version,
    event.contentHash,
    at.receivedAt,
    at.importId,
    event.line,
    event.recordId,
    event.accountId,
    event.stage,
    event.stageAsWritten,
    event.occurredAt,
    ...DIMENSIONS.map((dimension: Dimension) => event.dimensions[dimension]),
    event.amount,
    event.currency,
    event.closeDate,
    ...(placed ? [event.arrival ?? null] : []),
  ]);
  await insertRows(tx, 'stage_event', placed ? PLACED : COLUMNS, rows);
}
