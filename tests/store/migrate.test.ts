import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, missingMigrations, pending } from '#lib/store/migrate.ts';
import { readMigrations } from '#lib/store/migrations.ts';
import { createPool } from '#lib/store/pool.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await db.close();
});

const step = (name: string, sql: string) => ({ name, sql, checksum: `sum of ${name}` });

describe('migrate', () => {
  it('runs each migration once, also when two instances start together', async () => {
    const known = await readMigrations();
    const all = [...known, step('8000_counter', 'create table counter (n integer primary key)')];
    const runs = await Promise.all([migrate(db.url, all), migrate(db.url, all)]);
    expect(runs.flat()).toEqual(['8000_counter']);
    const history = await db.owner.query(
      `select migration_name, checksum, finished_at is not null as finished, applied_steps_count
       from _prisma_migrations order by migration_name`,
    );
    expect(history.rows.at(-1)).toEqual({
      migration_name: '8000_counter',
      checksum: 'sum of 8000_counter',
      finished: true,
      applied_steps_count: 1,
    });
  });

  it('leaves no trace of one that fails', async () => {
    const fresh = await freshDatabase();
    const bad = step('9000_bad', 'create table half (n integer); select 1 / 0');
    const all = [...(await readMigrations()), bad];
    await expect(migrate(fresh.url, all)).rejects.toThrow('9000_bad failed and left no trace');
    const half = await fresh.owner.query(`select to_regclass('half') as found`);
    expect(half.rows).toEqual([{ found: null }]);
    expect(await missingMigrations(fresh.owner)).toEqual([]);
    await fresh.close();
  });

  it('refuses a history that these files did not write', () => {
    const one = step('0001', 'select 1');
    const row = { migration_name: '0001', checksum: one.checksum, finished: true };
    expect(pending([one], [row])).toEqual([]);
    expect(() => pending([one], [{ ...row, checksum: 'other' }])).toThrow('was changed after');
    expect(() => pending([one], [{ ...row, finished: false }])).toThrow('did not end');
    expect(() => pending([], [row])).toThrow('does not know');
  });
});

describe('the pool', () => {
  it('works as bowtie_app in UTC, whatever the defaults of database and user are', async () => {
    await db.owner.query(
      `do $$ begin
         execute format('alter database %I set timezone = ''Asia/Tokyo''', current_database());
       end $$`,
    );
    const pool = createPool(`${db.url}?options=-c%20work_mem%3D7MB`);
    const result = await pool.query(
      `select current_user::text as role, current_setting('timezone') as zone,
         current_setting('work_mem') as memory, current_setting('statement_timeout') as statement`,
    );
    expect(result.rows).toEqual([
      { role: 'bowtie_app', zone: 'UTC', memory: '7MB', statement: '1min' },
    ]);
    await pool.end();
  });

  it('refuses a session that the policies do not bind', async () => {
    const assertion = await import('#lib/store/assertSession.ts');
    const client = new pg.Client({ connectionString: db.url, options: '-c timezone=UTC' });
    await client.connect();
    await expect(assertion.assertSession(client)).rejects.toThrow('not bound by row-level');
    await client.query(`set timezone = 'Asia/Tokyo'`);
    await expect(assertion.assertSession(client)).rejects.toThrow('not in UTC');
    await client.end();
  });
});
