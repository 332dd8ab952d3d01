import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { createOwnerPool } from '#lib/store/ownerPool.ts';
import { Plain } from '../say.ts';
import type { BackupFile, Manifest } from './manifest.ts';
import { readManifest } from './readManifest.ts';
import { readMigrationNames, readTables, type Table } from './tables.ts';

/** Fills an empty, migrated database from a whole backup, in one transaction: all or nothing. */
export async function restoreBackup(url: string, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const pool = createOwnerPool(url, { idleInTransactionMs: 0 });
  const client = await pool.connect();
  try {
    await client.query('begin');
    const tables = await readTables(client);
    await checkFit(client, manifest, tables);
    const ofOrg = new Set(tables.filter((table) => table.ofOrg).map((table) => table.name));
    for (const entry of manifest.files) {
      const name = pg.escapeIdentifier(entry.table);
      // COPY is refused under row-level security; the owner is freed of it inside this transaction.
      if (ofOrg.has(entry.table))
        await client.query(`alter table ${name} no force row level security`);
      const rows = await copyIn(client, folder, entry);
      if (ofOrg.has(entry.table))
        await client.query(`alter table ${name} force row level security`);
      if (rows !== entry.rows) {
        throw new Plain(
          `${entry.file} holds ${rows} rows, not ${entry.rows}: nothing was restored.`,
        );
      }
    }
    await client.query(`select setval('arrival_seq', $1::bigint)`, [manifest.arrival]);
    await client.query('commit');
    // Without statistics the first questions would be slow.
    await client.query('analyze');
    return manifest;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
    await pool.end();
  }
}

async function checkFit(client: pg.PoolClient, manifest: Manifest, tables: Table[]): Promise<void> {
  const taken = await client.query('select from org limit 1');
  if (taken.rowCount !== 0) {
    throw new Plain(
      'The database is not empty: restore into a new one (another DATA_DIR or DATABASE_URL).',
    );
  }
  const known = new Set(await readMigrationNames(client));
  const newer = manifest.migrations.filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new Plain(
      `The backup is of a newer version (${newer.join(', ')}): restore it with that version.`,
    );
  }
  const columns = new Map(tables.map((table) => [table.name, new Set(table.columns)]));
  for (const entry of manifest.files) {
    const gone = entry.columns.filter((name) => columns.get(entry.table)?.has(name) !== true);
    if (gone.length > 0) {
      throw new Plain(
        `The backup has ${entry.table}.${gone[0]}, which this version does not: ` +
          'restore it with the version that wrote it, then upgrade.',
      );
    }
  }
}

async function copyIn(client: pg.PoolClient, folder: string, entry: BackupFile): Promise<number> {
  const columns = entry.columns.map((name) => pg.escapeIdentifier(name)).join(', ');
  const copy = client.query(
    from(`copy ${pg.escapeIdentifier(entry.table)} (${columns}) from stdin`),
  );
  await pipeline(createReadStream(join(folder, entry.file)), createGunzip(), copy);
  return copy.rowCount;
}
