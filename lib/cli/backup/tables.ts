import type { ClientBase } from 'pg';

export type Table = { name: string; columns: string[]; ofOrg: boolean };

/** Every table of the product, with the columns that are stored. */
export async function readTables(client: ClientBase): Promise<Table[]> {
  const result = await client.query<Table>(
    `select c.relname as name,
       array_agg(a.attname::text order by a.attnum) as columns,
       bool_or(a.attname = 'org_id') as "ofOrg"
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
       and not c.relispartition and c.relname <> '_prisma_migrations'
     group by c.relname order by c.relname`,
  );
  return result.rows;
}

export async function readMigrationNames(client: ClientBase): Promise<string[]> {
  const result = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by 1`,
  );
  return result.rows.map((row) => row.name);
}
