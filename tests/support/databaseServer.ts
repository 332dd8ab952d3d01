import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '#lib/cli/embedded/openEmbedded.ts';
import { placesIn } from '#lib/cli/embedded/places.ts';
import { findPostmaster, stopPostmaster } from '#lib/cli/embedded/postmaster.ts';
import { isAlive } from '#lib/cli/embedded/processes.ts';
import { migrate } from '#lib/store/migrate.ts';

const PREFIX = 'bowtie-test-';
const TEMPLATE = 'bowtie_template';

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: { url: string; template: string };
  }
}

/** Vitest's global setup: one server for the run, with a migrated database to copy from. */
export default async function startDatabaseServer(project: TestProject) {
  await sweep();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  const server = await openEmbedded(folder, {
    database: TEMPLATE,
    initFlags: ['--no-sync'],
    settings: { fsync: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
  });
  await migrate(server.url);
  project.provide('databaseServer', { url: server.url, template: TEMPLATE });
  return async () => {
    await stopPostmaster(server.pid);
    await rm(folder, { recursive: true, force: true });
  };
}

/** Ends and removes what an aborted run left behind. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length)))) continue;
    const folder = join(tmpdir(), name);
    const left = await findPostmaster(placesIn(folder)).catch(() => undefined);
    if (left !== undefined) await stopPostmaster(left.pid).catch(() => undefined);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
