import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { type Embedded, openEmbedded } from '#lib/cli/embedded/openEmbedded.ts';
import { placesIn } from '#lib/cli/embedded/places.ts';
import { findPostmaster, stopPostmaster } from '#lib/cli/embedded/postmaster.ts';
import { migrate } from '#lib/store/migrate.ts';
import { createPool } from '#lib/store/pool.ts';

export type OwnServer = {
  folder: string;
  server: Embedded;
  pool: Pool;
  /** Finds the server of the same folder again, or starts it again. */
  open: () => Promise<Embedded>;
  close: () => Promise<void>;
};

/** A database server of its own, for faults that others must not share. */
export async function ownServer(
  parent?: string,
  settings: Record<string, string> = {},
): Promise<OwnServer> {
  const folder = parent ?? (await mkdtemp(join(tmpdir(), 'bowtie-own-')));
  const dataDir = join(folder, 'data');
  // What is written is on the disk, as in the product; only making the cluster need not wait.
  const open = () => openEmbedded(dataDir, { settings, initFlags: ['--no-sync'] });
  const server = await open();
  await migrate(server.url);
  const pool = createPool(server.url, { max: 4 });
  const close = async () => {
    await pool.end().catch(() => undefined);
    const left = await findPostmaster(placesIn(dataDir)).catch(() => undefined);
    if (left !== undefined) await stopPostmaster(left.pid);
    if (parent === undefined) await rm(folder, { recursive: true, force: true });
  };
  return { folder, server, pool, open, close };
}
