import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const uploadRow = z.strictObject({
  id: z.uuid(),
  fileName: z.string(),
  path: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  createdAt: z.date(),
});

/** A file on our disk, on its way to become an import. */
export type UploadRow = z.output<typeof uploadRow>;

export async function insertUpload(tx: Tx, upload: UploadRow): Promise<void> {
  const insert = sql`insert into upload (org_id, id, file_name, path, bytes, sha256, created_at)
    values (${tx.orgId}::uuid, ${upload.id}::uuid, ${upload.fileName}, ${upload.path},
      ${upload.bytes}, ${upload.sha256}, ${upload.createdAt})`;
  await tx.client.query({ text: insert.text, values: insert.values });
}

export async function findUpload(tx: Tx, id: string): Promise<UploadRow | null> {
  const found = await rows(
    tx,
    uploadRow,
    sql`select id, file_name as "fileName", path, bytes::float8 as bytes, sha256,
        created_at as "createdAt"
      from upload where org_id = ${tx.orgId}::uuid and id = ${id}::uuid`,
  );
  return found[0] ?? null;
}

/** Forgets old uploads and tells where their files lie; files of unfinished imports stay. */
export async function removeUploadsBefore(tx: Tx, before: Date): Promise<string[]> {
  const remove = sql`delete from upload u
    where u.org_id = ${tx.orgId}::uuid and u.created_at < ${before}
      and not exists (select from import i where i.org_id = u.org_id and i.path = u.path
        and i.status in ('queued', 'running'))
    returning u.path`;
  const result = await tx.client.query<{ path: string }>({
    text: remove.text,
    values: remove.values,
  });
  return result.rows.map((row) => row.path);
}
