import { readFile, rm } from 'node:fs/promises';
import type { Places } from './places.ts';
import { commandLineOf, isAlive, waitForEnd } from './processes.ts';

export type Postmaster = { pid: number; port: number };

/** The server that runs on this data folder, if any; a file that a dead one left is removed. */
export async function findPostmaster(places: Places): Promise<Postmaster | undefined> {
  const text = await readFile(places.pidFile, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  const line = Number.isInteger(pid) && pid > 1 ? await commandLineOf(pid) : '';
  if (line.includes('postgres') && line.includes(places.cluster)) return { pid, port };
  await rm(places.pidFile, { force: true });
  return undefined;
}

/** Ends a server: fast first, at once when it does not listen. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitForEnd(pid, 15_000)) return;
  signal(pid, 'SIGQUIT');
  if (await waitForEnd(pid, 5_000)) return;
  signal(pid, 'SIGKILL');
  await waitForEnd(pid, 5_000);
}

function signal(pid: number, name: NodeJS.Signals): void {
  if (!isAlive(pid)) return;
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
