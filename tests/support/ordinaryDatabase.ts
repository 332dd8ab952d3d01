import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '#lib/store/migrate.ts';

export type OrdinaryDatabase = { url: string; close: () => Promise<void> };

/** A database whose owner is no superuser, as DATABASE_URL names it on most servers. */
export async function ordinaryDatabase(): Promise<OrdinaryDatabase> {
  const { url: template } = inject('databaseServer');
  const name = `own_${randomBytes(8).toString('hex')}`;
  const admin = new pg.Client({ connectionString: template.replace(/\/[^/]*$/, '/postgres') });
  await admin.connect();
  await admin.query(`create role ${name} login password '${name}'`);
  await admin.query(`grant bowtie_app to ${name}`);
  await admin.query(`create database ${name} owner ${name}`);
  const url = new URL(template);
  Object.assign(url, { username: name, password: name, pathname: `/${name}` });
  await migrate(url.toString());
  const close = async () => {
    await admin.query(`drop database ${name} with (force)`);
    await admin.query(`drop role ${name}`);
    await admin.end();
  };
  return { url: url.toString(), close };
}
