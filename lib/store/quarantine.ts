import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { IMPORT_KINDS, QUARANTINE_CODES, type QuarantineCode } from '#lib/contract/ingest.ts';
import { jsonText } from '#lib/contract/jsonText.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const json = z.string().transform((text): unknown => JSON.parse(text));

const heldRow = z.strictObject({
  id: z.uuid(),
  importId: z.uuid().nullable(),
  source: z.string(),
  kind: z.enum(IMPORT_KINDS),
  line: z.number(),
  raw: json,
  edited: json.nullable(),
  code: z.enum(QUARANTINE_CODES),
  message: z.string(),
  receivedAt: z.date(),
  arrival: z.string(),
  triedAt: z.date().nullable(),
  releasedAt: z.date().nullable(),
  outcome: z.enum(['accepted', 'duplicate', 'ignored']).nullable(),
});

/** A row that could not be taken when it came; it stays as history when it is taken later. */
export type HeldRow = z.output<typeof heldRow>;
export type HeldFilter = {
  code?: QuarantineCode | undefined;
  source?: string | undefined;
  import_id?: string | undefined;
  ids?: readonly string[] | undefined;
};
export type HeldState = 'held' | 'released';

const columns = sql`q.id, q.import_id as "importId", q.source, q.kind, q.line::float8 as line,
  q.raw #>> '{}' as raw, q.edited #>> '{}' as edited, q.code, q.message,
  q.received_at as "receivedAt", q.arrival::text as arrival, q.tried_at as "triedAt",
  q.released_at as "releasedAt", q.outcome`;

/** Rows in the order in which they came. */
export async function listHeld(
  tx: Tx,
  filter: HeldFilter,
  page: { state: HeldState; after: string | null; limit: number },
): Promise<HeldRow[]> {
  const { state, after, limit } = page;
  const behind = after === null ? sql`` : sql` and q.arrival > ${after}::bigint`;
  return rows(
    tx,
    heldRow,
    sql`select ${columns} from quarantine q where ${heldWhere(tx, filter, state)}${behind}
      order by q.arrival limit ${limit}`,
  );
}

export async function findHeld(tx: Tx, id: string): Promise<HeldRow | null> {
  const question = sql`select ${columns} from quarantine q
    where q.org_id = ${tx.orgId}::uuid and q.id = ${id}::uuid`;
  return (await rows(tx, heldRow, question))[0] ?? null;
}

export function heldWhere(tx: Tx, filter: HeldFilter, state: HeldState): Sql {
  const { code = null, source = null, import_id: importId = null, ids = null } = filter;
  return sql`q.org_id = ${tx.orgId}::uuid and (q.released_at is null) = ${state === 'held'}::boolean
    and (${code}::text is null or q.code = ${code}) and (${source}::text is null or q.source = ${source})
    and (${importId}::uuid is null or q.import_id = ${importId}::uuid)
    and (${ids}::uuid[] is null or q.id = any(${ids}::uuid[]))`;
}

/** Keeps a row as somebody mended it, beside what came. False when it is no longer held. */
export async function editHeld(tx: Tx, id: string, edited: unknown, now: Date): Promise<boolean> {
  const text = JSON.stringify(jsonText(edited));
  const edit = sql`update quarantine set edited = ${text}::jsonb, edited_at = ${now}
    where org_id = ${tx.orgId}::uuid and id = ${id}::uuid and released_at is null`;
  return (await tx.client.query({ text: edit.text, values: edit.values })).rowCount === 1;
}

export type Tried = {
  id: string;
  outcome: HeldRow['outcome'];
  code: QuarantineCode;
  message: string;
};

/** What trying rows again came to: they leave with an outcome, or stay with a reason. */
export async function settleHeld(tx: Tx, tried: readonly Tried[], now: Date): Promise<void> {
  if (tried.length === 0) return;
  const settle = sql`update quarantine q set tried_at = ${now}, outcome = t.outcome,
      released_at = case when t.outcome is null then null else ${now}::timestamptz end,
      code = t.code, message = t.message
    from json_to_recordset(${JSON.stringify(tried)}::json)
      as t (id uuid, outcome text, code text, message text)
    where q.org_id = ${tx.orgId}::uuid and q.id = t.id`;
  await tx.client.query({ text: settle.text, values: settle.values });
}
