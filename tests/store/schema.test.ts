import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { schemaEngine } from '#tests/support/schemaEngine.ts';

// A list is always required to Prisma, so its "not null" is not compared.
const COLUMNS = `
  select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    (a.attnotnull or a.attndims > 0) as required, pg_get_expr(d.adbin, d.adrelid) as fallback
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
    and not a.attisdropped and c.relname <> '_prisma_migrations'
  order by c.relname, a.attname`;

const INDEXES = `
  select replace(indexdef, ' COLLATE "C"', '') as definition from pg_indexes
  where schemaname = 'public' and tablename <> '_prisma_migrations' order by tablename, indexname`;

let migrated: TestDatabase;
let described: TestDatabase;
beforeAll(async () => {
  [migrated, described] = await Promise.all([freshDatabase(), freshDatabase()]);
});
afterAll(async () => {
  await Promise.all([migrated.close(), described.close()]);
});

describe('prisma/schema.prisma', () => {
  it('describes the database that the migrations build', async () => {
    const engine = await schemaEngine(described.url);
    const script = await engine.script(await readFile('prisma/schema.prisma', 'utf8'));
    await described.owner.query('drop schema public cascade; create schema public');
    await described.owner.query('create sequence arrival_seq');
    await described.owner.query(script);
    for (const question of [COLUMNS, INDEXES]) {
      const expected = await migrated.owner.query(question);
      const found = await described.owner.query(question);
      expect(found.rows).toEqual(expected.rows);
      expect(found.rows.length).toBeGreaterThan(0);
    }
  });

  it('lies beside the newest migration, so that the next one can be diffed from it', async () => {
    const entries = await readdir('prisma/migrations', { withFileTypes: true });
    const newest = entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .at(-1);
    const kept = await readFile(`prisma/migrations/${newest}/schema.prisma`, 'utf8');
    expect(kept).toBe(await readFile('prisma/schema.prisma', 'utf8'));
  });
});
