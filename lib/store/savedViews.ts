import sql, { empty } from 'sql-template-tag';
import { z } from 'zod';
import { nameKey } from '#lib/contract/nameKey.ts';
import { VIEW_PAGES, type ViewPage } from '#lib/contract/viewWords.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';
import { run } from './run.ts';

const viewRow = z.strictObject({
  id: z.uuid(),
  page: z.enum(VIEW_PAGES),
  name: z.string(),
  query: z.string(),
  createdAt: z.date(),
  updatedAt: z.date(),
});
export type ViewRow = z.infer<typeof viewRow>;

const listedRow = viewRow.extend({ isDefault: z.boolean() });
export type ListedView = z.infer<typeof listedRow>;

const columns = sql`id, page, name, query, created_at as "createdAt", updated_at as "updatedAt"`;

/** Views in the order of their names, and whether this reader opens the page with them. */
export async function listViews(
  tx: Tx,
  reader: string | null,
  only: { page?: ViewPage | undefined; id?: string } = {},
): Promise<ListedView[]> {
  return rows(
    tx,
    listedRow,
    sql`select ${columns}, exists (
        select from view_default d where d.org_id = v.org_id and d.reader = ${reader}
          and d.page = v.page and d.view_id = v.id) as "isDefault"
      from saved_view v where v.org_id = ${tx.orgId}::uuid
        ${only.page === undefined ? empty : sql`and v.page = ${only.page}`}
        ${only.id === undefined ? empty : sql`and v.id = ${only.id}::uuid`}
      order by v.page, v.name_key`,
  );
}

/** Whether another view of the page has this name. Until the end, nobody else can take it. */
export async function isNameTaken(
  tx: Tx,
  one: { page: ViewPage; name: string; except: string },
): Promise<boolean> {
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.orgId} views`}, 0))`);
  const found = await rows(
    tx,
    z.strictObject({ id: z.uuid() }),
    sql`select id from saved_view where org_id = ${tx.orgId}::uuid and page = ${one.page}
      and name_key = ${nameKey(one.name)} and id <> ${one.except}::uuid`,
  );
  return found.length > 0;
}

export async function insertView(tx: Tx, one: ViewRow): Promise<void> {
  await run(
    tx,
    sql`insert into saved_view (org_id, id, page, name, name_key, query, created_at, updated_at)
      values (${tx.orgId}::uuid, ${one.id}::uuid, ${one.page}, ${one.name}, ${nameKey(one.name)},
        ${one.query}, ${one.createdAt}, ${one.updatedAt})`,
  );
}

export async function updateView(tx: Tx, one: ViewRow): Promise<void> {
  await run(
    tx,
    sql`update saved_view set name = ${one.name}, name_key = ${nameKey(one.name)},
        query = ${one.query}, updated_at = ${one.updatedAt}
      where org_id = ${tx.orgId}::uuid and id = ${one.id}::uuid`,
  );
}

/** Removes a view; nobody opens the page with it any more. */
export async function removeView(tx: Tx, id: string): Promise<void> {
  const { orgId } = tx;
  await run(
    tx,
    sql`delete from view_default where org_id = ${orgId}::uuid and view_id = ${id}::uuid`,
  );
  await run(tx, sql`delete from saved_view where org_id = ${orgId}::uuid and id = ${id}::uuid`);
}

export async function putViewDefault(
  tx: Tx,
  one: { reader: string; page: ViewPage; viewId: string },
): Promise<void> {
  await run(
    tx,
    sql`insert into view_default (org_id, reader, page, view_id)
      values (${tx.orgId}::uuid, ${one.reader}, ${one.page}, ${one.viewId}::uuid)
      on conflict (org_id, reader, page) do update set view_id = excluded.view_id`,
  );
}

export async function removeViewDefault(
  tx: Tx,
  one: { reader: string; viewId: string },
): Promise<void> {
  await run(
    tx,
    sql`delete from view_default where org_id = ${tx.orgId}::uuid and reader = ${one.reader}
      and view_id = ${one.viewId}::uuid`,
  );
}
