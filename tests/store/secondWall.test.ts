import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORG_TABLES } from '#lib/store/deleteOrg.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await db.close();
});

/** Tables that belong to no organization; a new one needs a reason here. */
const WITHOUT_ORG = new Set(['org', '_prisma_migrations']);

async function tables() {
  const result = await db.owner.query<{ name: string; enabled: boolean; forced: boolean }>(
    `select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced
     from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
     order by 1`,
  );
  return result.rows;
}

describe('the second wall: row-level security', () => {
  it('stands on every table of an organization, forced, with the one policy', async () => {
    const policies = await db.owner.query<{ name: string; using: string; command: string }>(
      `select tablename as name, qual as using, cmd as command from pg_policies
       where schemaname = 'public'`,
    );
    for (const table of await tables()) {
      if (WITHOUT_ORG.has(table.name)) continue;
      expect(table, table.name).toMatchObject({ enabled: true, forced: true });
      const own = policies.rows.filter((policy) => policy.name === table.name);
      expect(own, table.name).toHaveLength(1);
      expect(own[0]?.command).toBe('ALL');
      expect(own[0]?.using).toContain('org_id = (NULLIF(current_setting');
    }
  });

  it('leads every key and index with org_id', async () => {
    const indexes = await db.owner.query<{ name: string; table: string; first: string }>(
      `select i.relname as name, t.relname as table, a.attname as first
       from pg_index x
       join pg_class i on i.oid = x.indexrelid
       join pg_class t on t.oid = x.indrelid
       join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where t.relnamespace = 'public'::regnamespace`,
    );
    const wrong = indexes.rows.filter((row) => {
      return !WITHOUT_ORG.has(row.table) && row.first !== 'org_id';
    });
    expect(wrong).toEqual([]);
    const keyed = new Set(indexes.rows.map((row) => row.table));
    const keyless = (await tables()).filter((table) => !keyed.has(table.name));
    expect(keyless).toEqual([]);
  });

  it('is behind every table that the removal of an organization empties', async () => {
    const names = (await tables()).map((table) => table.name);
    const ofOrg = names.filter((name) => !WITHOUT_ORG.has(name));
    expect(new Set(ORG_TABLES)).toEqual(new Set(ofOrg));
  });

  it('shows no row and takes no row without an organization', async () => {
    const org = '00000000-0000-4000-8000-000000000001';
    await db.owner.query(
      `insert into dimension_value (org_id, dimension, value) values ($1, 'segment', 'small')`,
      [org],
    );
    for (const table of await tables()) {
      if (WITHOUT_ORG.has(table.name)) continue;
      const seen = await db.pool.query(`select count(*)::int as n from ${table.name}`);
      expect(seen.rows[0], table.name).toEqual({ n: 0 });
    }
    const insert = db.pool.query(
      `insert into dimension_value (org_id, dimension, value) values ($1, 'segment', 'mid')`,
      [org],
    );
    await expect(insert).rejects.toMatchObject({ code: '42501' });
  });

  it('holds under a role that may neither log in nor go round the policies', async () => {
    const role = await db.pool.query(
      `select rolname, rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolcreatedb
       from pg_roles where rolname = current_user`,
    );
    expect(role.rows).toEqual([
      {
        rolname: 'bowtie_app',
        rolsuper: false,
        rolbypassrls: false,
        rolcanlogin: false,
        rolcreaterole: false,
        rolcreatedb: false,
      },
    ]);
  });

  it('lets nobody change a fact in place', async () => {
    for (const fact of ['stage_event', 'account', 'contract']) {
      const change = db.pool.query(`update ${fact} set source = 'x'`);
      await expect(change, fact).rejects.toMatchObject({ code: '42501' });
    }
  });
});
