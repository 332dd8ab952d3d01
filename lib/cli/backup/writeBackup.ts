import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { createOwnerPool } from '#lib/store/ownerPool.ts';
import { Plain } from '../say.ts';
import { type BackupFile, MANIFEST, type Manifest } from './manifest.ts';
import { readMigrationNames, readTables, type Table } from './tables.ts';

/** Writes the whole database as of one moment, while it goes on working. */
export async function writeBackup(url: string, folder: string, now: Date): Promise<Manifest> {
  await prepareFolder(folder);
  const pool = createOwnerPool(url, { idleInTransactionMs: 0 });
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const orgs = await client.query<{ id: string }>('select id from org order by id');
    const orgIds = orgs.rows.map((row) => row.id);
    const files: BackupFile[] = [];
    for (const table of await readTables(client)) {
      files.push(await writeTable(client, table, orgIds, folder));
    }
    const sequence = await client.query<{ value: string }>(
      'select last_value::text as value from arrival_seq',
    );
    const manifest: Manifest = {
      format: 1,
      created_at: now.toISOString(),
      migrations: await readMigrationNames(client),
      arrival: sequence.rows[0]?.value ?? '1',
      files,
    };
    await client.query('commit');
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    await writeFile(join(folder, MANIFEST), text, { mode: 0o600 });
    return manifest;
  } finally {
    client.release();
    await pool.end();
  }
}

async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if ((await readdir(folder)).length === 0) return;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Plain(`--out ${folder} cannot be written (${code}): name another folder.`);
  }
  throw new Plain(`--out ${folder} is not empty: name a new folder for each backup.`);
}

async function writeTable(
  client: pg.PoolClient,
  table: Table,
  orgIds: string[],
  folder: string,
): Promise<BackupFile> {
  const file = `${table.name}.copy.gz`;
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  const lines = new PassThrough();
  const output = createWriteStream(join(folder, file), { mode: 0o600 });
  const written = pipeline(lines, createGzip(), measure, output);
  const counted = copyRows(client, table, orgIds, lines).then((rows) => {
    lines.end();
    return rows;
  });
  const [rows] = await Promise.all([counted, written]);
  const { name, columns } = table;
  return { table: name, columns, file, rows, bytes, sha256: hash.digest('hex') };
}

/**
 * An organization's rows are read under its own context: forced row-level security binds the owner
 * too, and without a context it would see none of them and say nothing.
 */
async function copyRows(
  client: pg.PoolClient,
  table: Table,
  orgIds: string[],
  lines: PassThrough,
): Promise<number> {
  const columns = table.columns.map((name) => pg.escapeIdentifier(name)).join(', ');
  const source = `select ${columns} from ${pg.escapeIdentifier(table.name)}`;
  let rows = 0;
  for (const orgId of table.ofOrg ? orgIds : [undefined]) {
    if (orgId !== undefined) await client.query(`set local app.org_id = '${orgId}'`);
    const part = orgId === undefined ? source : `${source} where org_id = '${orgId}'`;
    const copy = client.query(to(`copy (${part}) to stdout`));
    for await (const chunk of copy) {
      if (!lines.write(chunk)) await new Promise((resolve) => lines.once('drain', resolve));
    }
    rows += copy.rowCount;
  }
  return rows;
}
