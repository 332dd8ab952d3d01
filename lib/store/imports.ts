import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { IMPORT_KINDS, IMPORT_STATUSES, mappingBody } from '#lib/contract/ingest.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const importRow = z.strictObject({
  id: z.uuid(),
  kind: z.enum(IMPORT_KINDS),
  status: z.enum(IMPORT_STATUSES),
  fileName: z.string(),
  path: z.string(),
  dryRun: z.boolean(),
  mapping: mappingBody,
  /** Of the newest saved mapping that says the same. */
  mappingName: z.string().nullable(),
  timeZone: z.string(),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  received: z.number(),
  accepted: z.number(),
  duplicates: z.number(),
  quarantined: z.number(),
  ignored: z.number(),
  bytes: z.number(),
  bytesTotal: z.number(),
  header: z.array(z.string()).nullable(),
  resolved: z
    .strictObject({ decimal: z.enum(['.', ',']), order: z.enum(['iso', 'mdy', 'dmy']).nullable() })
    .nullable(),
  warnings: z.array(z.strictObject({ code: z.string(), count: z.int() })),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  epoch: z.int(),
  createdAt: z.date(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
});

/** One file on its way in; `received` is also the cursor at which a killed run goes on. */
export type ImportRow = z.output<typeof importRow>;

const columns = sql`id, kind, status, file_name as "fileName", path, dry_run as "dryRun", mapping,
  (select same.name from mapping as same
    where same.org_id = import.org_id and same.kind = import.kind and same.body = import.mapping
    order by same.created_at desc, same.id limit 1) as "mappingName",
  time_zone as "timeZone", encoding, delimiter, received::float8 as received,
  accepted::float8 as accepted, duplicates::float8 as duplicates,
  quarantined::float8 as quarantined, ignored::float8 as ignored, bytes::float8 as bytes,
  bytes_total::float8 as "bytesTotal", header, resolved, warnings, error_code as "errorCode",
  error_message as "errorMessage", epoch, created_at as "createdAt", started_at as "startedAt",
  finished_at as "finishedAt"`;

export type NewImport = Pick<
  ImportRow,
  | 'id'
  | 'kind'
  | 'fileName'
  | 'path'
  | 'dryRun'
  | 'mapping'
  | 'timeZone'
  | 'encoding'
  | 'delimiter'
  | 'bytesTotal'
  | 'createdAt'
>;

export async function insertImport(tx: Tx, one: NewImport): Promise<void> {
  await run(
    tx,
    sql`insert into import (org_id, id, kind, status, file_name, path, dry_run, mapping, time_zone,
        encoding, delimiter, bytes_total, created_at)
      values (${tx.orgId}::uuid, ${one.id}::uuid, ${one.kind}, 'queued', ${one.fileName},
        ${one.path}, ${one.dryRun}, ${JSON.stringify(one.mapping)}::jsonb, ${one.timeZone},
        ${one.encoding}, ${one.delimiter}, ${one.bytesTotal}, ${one.createdAt})`,
  );
}

export async function findImport(tx: Tx, id: string): Promise<ImportRow | null> {
  const found = await rows(
    tx,
    importRow,
    sql`select ${columns} from import where org_id = ${tx.orgId}::uuid and id = ${id}::uuid`,
  );
  return found[0] ?? null;
}

export async function listImports(tx: Tx, limit: number): Promise<ImportRow[]> {
  return rows(
    tx,
    importRow,
    sql`select ${columns} from import where org_id = ${tx.orgId}::uuid
      order by created_at desc, id limit ${limit}`,
  );
}

/** Imports that wait for a worker or had one. */
export async function unfinishedImports(tx: Tx): Promise<string[]> {
  const question = sql`select id from import
    where org_id = ${tx.orgId}::uuid and status in ('queued', 'running') order by created_at, id`;
  const result = await tx.client.query<{ id: string }>({
    text: question.text,
    values: question.values,
  });
  return result.rows.map((row) => row.id);
}

/** Makes the caller the only one who may write this import; null when it is not to be run. */
export async function claimImport(tx: Tx, id: string, now: Date): Promise<ImportRow | null> {
  const claimed = await rows(
    tx,
    importRow,
    sql`update import set status = 'running', epoch = epoch + 1,
        started_at = coalesce(started_at, ${now}), finished_at = null,
        error_code = null, error_message = null,
        received = case when dry_run then 0 else received end,
        accepted = case when dry_run then 0 else accepted end,
        duplicates = case when dry_run then 0 else duplicates end,
        quarantined = case when dry_run then 0 else quarantined end,
        ignored = case when dry_run then 0 else ignored end
      where org_id = ${tx.orgId}::uuid and id = ${id}::uuid and status in ('queued', 'running')
      returning ${columns}`,
  );
  return claimed[0] ?? null;
}

type Claim = { id: string; epoch: number };

/** Keeps what the file told about itself, so that a resumed run reads it the same way. */
export async function settleImport(
  tx: Tx,
  { id, epoch }: Claim,
  found: Pick<ImportRow, 'mapping' | 'encoding' | 'delimiter' | 'header' | 'resolved' | 'warnings'>,
): Promise<boolean> {
  const done = await run(
    tx,
    sql`update import set mapping = ${JSON.stringify(found.mapping)}::jsonb,
        encoding = ${found.encoding}, delimiter = ${found.delimiter},
        header = ${JSON.stringify(found.header)}::jsonb,
        resolved = ${JSON.stringify(found.resolved)}::jsonb,
        warnings = ${JSON.stringify(found.warnings)}::jsonb
      where org_id = ${tx.orgId}::uuid and id = ${id}::uuid and epoch = ${epoch}
        and status = 'running'`,
  );
  return done === 1;
}

export type Counts = Pick<
  ImportRow,
  'received' | 'accepted' | 'duplicates' | 'quarantined' | 'ignored'
>;

/** Adds a chunk's counts; false when somebody cancelled or took the import over. */
export async function advanceImport(
  tx: Tx,
  { id, epoch }: Claim,
  counts: Counts,
  bytes: number,
): Promise<boolean> {
  const done = await run(
    tx,
    sql`update import set received = received + ${counts.received},
        accepted = accepted + ${counts.accepted}, duplicates = duplicates + ${counts.duplicates},
        quarantined = quarantined + ${counts.quarantined}, ignored = ignored + ${counts.ignored},
        bytes = greatest(bytes, ${bytes})
      where org_id = ${tx.orgId}::uuid and id = ${id}::uuid and epoch = ${epoch}
        and status = 'running'`,
  );
  return done === 1;
}

/** Adds to what an import is to tell: counts of the same code are summed. */
export async function addWarnings(
  tx: Tx,
  { id, epoch }: Claim,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  if (counts.size === 0) return;
  const warnings = [...counts].map(([code, count]) => ({ code, count }));
  await run(
    tx,
    sql`update import set warnings = (
        select jsonb_agg(jsonb_build_object('code', code, 'count', count) order by first)
        from (select each ->> 'code' as code, sum((each ->> 'count')::int)::int as count,
            min(place) as first
          from jsonb_array_elements(warnings || ${JSON.stringify(warnings)}::jsonb)
            with ordinality as t (each, place)
          group by 1) as summed)
      where org_id = ${tx.orgId}::uuid and id = ${id}::uuid and epoch = ${epoch}
        and status = 'running'`,
  );
}

export async function finishImport(
  tx: Tx,
  { id, epoch }: Claim,
  end: { now: Date; error: { code: string; message: string } | null },
): Promise<void> {
  await run(
    tx,
    sql`update import set status = ${end.error === null ? 'done' : 'failed'},
        finished_at = ${end.now}, error_code = ${end.error?.code ?? null},
        error_message = ${end.error?.message ?? null},
        bytes = case when ${end.error === null} then bytes_total else bytes end
      where org_id = ${tx.orgId}::uuid and id = ${id}::uuid and epoch = ${epoch}
        and status = 'running'`,
  );
}

/** Rows that were held back are taken after all. */
export async function recountImport(
  tx: Tx,
  id: string,
  { accepted, duplicates, ignored }: Pick<Counts, 'accepted' | 'duplicates' | 'ignored'>,
): Promise<void> {
  const taken = accepted + duplicates + ignored;
  await run(
    tx,
    sql`update import set accepted = accepted + ${accepted}, duplicates = duplicates + ${duplicates},
        ignored = ignored + ${ignored}, quarantined = quarantined - ${taken}
      where org_id = ${tx.orgId}::uuid and id = ${id}::uuid`,
  );
}

/** Moves an import by hand; false when it is in none of the states that allow it. */
export async function moveImport(
  tx: Tx,
  id: string,
  from: readonly string[],
  to: { status: 'queued' | 'cancelled'; finishedAt: Date | null },
): Promise<boolean> {
  const done = await run(
    tx,
    sql`update import set status = ${to.status}, finished_at = ${to.finishedAt}, epoch = epoch + 1
      where org_id = ${tx.orgId}::uuid and id = ${id}::uuid and status = any(${from}::text[])`,
  );
  return done === 1;
}

async function run(tx: Tx, statement: Sql): Promise<number> {
  const result = await tx.client.query({ text: statement.text, values: statement.values });
  return result.rowCount ?? 0;
}
