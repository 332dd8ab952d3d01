import pg from 'pg';
import { ensureAppRole } from './ensureAppRole.ts';
import { installQueue } from './jobQueue.ts';
import { type Migration, readMigrations } from './migrations.ts';
import { withSessionOptions } from './sessionOptions.ts';

/** The number that Prisma's own engine locks, so that the two never run at once. */
const LOCK = 72707369;

const HISTORY = `
create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

type Applied = { migration_name: string; checksum: string; finished: boolean };

/** Applies what is missing, each migration in one transaction, in Prisma's history format. */
export async function migrate(url: string, given?: Migration[]): Promise<string[]> {
  const migrations = given ?? (await readMigrations());
  const client = new pg.Client({
    connectionString: withSessionOptions(url, undefined, { statementMs: 0, lockMs: 0 }),
    application_name: 'bowtie migrate',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`select pg_advisory_lock(${LOCK})`);
    await client.query(`set lock_timeout = '15s'`);
    await ensureAppRole(client);
    await client.query(HISTORY);
    const missing = pending(migrations, await readApplied(client));
    for (const migration of missing) await apply(client, migration);
    await installQueue(url);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** The names of migrations that were not applied yet; changes nothing. */
export async function missingMigrations(db: pg.Pool): Promise<string[]> {
  const table = await db.query(`select to_regclass('_prisma_migrations') is not null as there`);
  const applied = table.rows[0]?.there === true ? await readApplied(db) : [];
  return pending(await readMigrations(), applied).map((migration) => migration.name);
}

async function readApplied(client: pg.Client | pg.Pool): Promise<Applied[]> {
  const result = await client.query<Applied>(
    `select migration_name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at`,
  );
  return result.rows;
}

/** What is still to run; refuses a history that these migrations did not write. */
export function pending(migrations: Migration[], applied: Applied[]): Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const known = byName.get(row.migration_name);
    if (known === undefined) {
      throw new Error(
        `The database has the migration ${row.migration_name}, which this version does not know: ` +
          'start the version that wrote it, or a newer one.',
      );
    }
    if (!row.finished) {
      throw new Error(
        `The migration ${row.migration_name} began and did not end: restore a backup, or mark it ` +
          'with "prisma migrate resolve".',
      );
    }
    if (known.checksum !== row.checksum) {
      throw new Error(
        `The migration ${row.migration_name} was changed after it ran: put back its file, and write ` +
          'the change as a new migration.',
      );
    }
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values (gen_random_uuid()::text, $1, $2, now(), clock_timestamp(), 1)`,
      [migration.checksum, migration.name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The migration ${migration.name} failed and left no trace: ${reason}`, {
      cause: error,
    });
  }
}
