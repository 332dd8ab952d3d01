import sql, { empty } from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';
import { run } from './run.ts';

const annotationRow = z.strictObject({
  id: z.uuid(),
  on: z.string(),
  through: z.string().nullable(),
  text: z.string(),
  author: z.string().nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type AnnotationRow = z.infer<typeof annotationRow>;

/** Every annotation of the organization, the earliest day first; or one. */
export async function listAnnotations(tx: Tx, id?: string): Promise<AnnotationRow[]> {
  return rows(
    tx,
    annotationRow,
    sql`select id, on_day::text as "on", through_day::text as through, text, author,
        created_at as "createdAt", updated_at as "updatedAt"
      from annotation where org_id = ${tx.orgId}::uuid
        ${id === undefined ? empty : sql`and id = ${id}::uuid`}
      order by on_day, created_at, id`,
  );
}

/** Keeps an annotation, new or changed. */
export async function putAnnotation(tx: Tx, one: AnnotationRow): Promise<void> {
  await run(
    tx,
    sql`insert into annotation
        (org_id, id, on_day, through_day, text, author, created_at, updated_at)
      values (${tx.orgId}::uuid, ${one.id}::uuid, ${one.on}::date, ${one.through}::date,
        ${one.text}, ${one.author}, ${one.createdAt}, ${one.updatedAt})
      on conflict (org_id, id) do update set on_day = excluded.on_day,
        through_day = excluded.through_day, text = excluded.text, author = excluded.author,
        updated_at = excluded.updated_at`,
  );
}

export async function removeAnnotation(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`delete from annotation where org_id = ${tx.orgId}::uuid and id = ${id}::uuid`);
}
