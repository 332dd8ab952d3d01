import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { createPool } from '#lib/store/pool.ts';

export type TestDatabase = {
  /** As the application: role bowtie_app, row-level security holds. */
  pool: pg.Pool;
  /** As the owner, for what only tests may do: look past the policies, break things. */
  owner: pg.Pool;
  url: string;
  close: () => Promise<void>;
};

/** A migrated, empty database of its own; `await close()` in afterAll drops it. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { url: templateUrl, template } = inject('databaseServer');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const url = templateUrl.replace(/\/[^/]*$/, `/${name}`);
  const adminUrl = templateUrl.replace(/\/[^/]*$/, '/postgres');
  await once(adminUrl, `create database ${name} template ${template}`);
  const pool = createPool(url, { max: 5, name });
  const owner = new pg.Pool({ connectionString: url, max: 2, options: '-c timezone=UTC' });
  owner.on('error', () => undefined);
  const close = async () => {
    await Promise.all([pool.end(), owner.end()]);
    await once(adminUrl, `drop database ${name} with (force)`);
  };
  return { pool, owner, url, close };
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
