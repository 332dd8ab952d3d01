import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { serverAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { commandFor } from './command.ts';
import { createCluster, openDataFolder, readPassword } from './createCluster.ts';
import { freePort } from './freePort.ts';
import { type Places, placesIn } from './places.ts';
import { findPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts';
import { answers, startServer } from './startServer.ts';

export type Embedded = {
  url: string;
  port: number;
  pid: number;
  /** How it came to be here, for the line that the launcher prints. */
  origin: 'created' | 'started' | 'adopted';
  /** Present when this process is the parent. */
  child: ChildProcess | undefined;
};

export type EmbeddedOptions = {
  database?: string;
  settings?: Record<string, string>;
  initFlags?: string[];
};

const PAUSES = [200, 500, 1_000, 2_000, 4_000];

/** Finds the running server of this data folder, or creates and starts it. */
export async function openEmbedded(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<Embedded> {
  const places = placesIn(dataDir);
  await openDataFolder(places);
  const running = await findPostmaster(places);
  if (running !== undefined) {
    const adopted = await adopt(places, running, options);
    if (adopted !== undefined) return adopted;
  }
  const account = await serverAccount(places.cluster);
  const command = await commandFor(account, await findBinaries(), places.root);
  const created = await createCluster(places, command, account, options.initFlags);
  const password = await readPassword(places);
  let last: unknown;
  for (const pause of PAUSES) {
    const port = await freePort(await rememberedPort(places));
    try {
      const child = await startServer(places, command, port, password, options.settings);
      await writeFile(places.portFile, `${port}\n`);
      const url = await ensureDatabase(port, password, options.database);
      const origin = created ? 'created' : 'started';
      return { url, port, pid: child.pid ?? 0, origin, child };
    } catch (error) {
      last = error;
      // A server that was just killed holds its memory for a moment longer.
      await sleep(pause);
    }
    await findPostmaster(places);
  }
  throw last;
}

async function adopt(
  places: Places,
  running: Postmaster,
  options: EmbeddedOptions,
): Promise<Embedded | undefined> {
  const password = await readPassword(places);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    if (await answers(running.port, password)) {
      const url = await ensureDatabase(running.port, password, options.database);
      return { url, ...running, origin: 'adopted', child: undefined };
    }
    await sleep(100);
  }
  await stopPostmaster(running.pid);
  return undefined;
}

async function rememberedPort(places: Places): Promise<number> {
  const text = await readFile(places.portFile, 'utf8').catch(() => '');
  const port = Number(text.trim());
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0;
}

async function ensureDatabase(port: number, password: string, name = 'bowtie'): Promise<string> {
  const base = `postgresql://postgres:${password}@127.0.0.1:${port}`;
  const client = new pg.Client({ connectionString: `${base}/postgres` });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const known = await client.query('select from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return `${base}/${name}`;
}
