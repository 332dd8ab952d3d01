import { type ChildProcess, spawn } from 'node:child_process';
import { open, readFile, truncate } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { argumentsFor, type Command } from './command.ts';
import type { Places } from './places.ts';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '80',
  shared_buffers: '256MB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  // A statement whose client was killed ends by itself, instead of committing later.
  client_connection_check_interval: '2s',
} as const;

/** Starts the server and waits until it answers; its output goes to a file that outlives us. */
export async function startServer(
  places: Places,
  command: Command,
  port: number,
  password: string,
  extra: Record<string, string> = {},
): Promise<ChildProcess> {
  await truncate(places.logFile).catch(() => undefined);
  const log = await open(places.logFile, 'a', 0o600);
  const settings = Object.entries({ ...SETTINGS, ...extra });
  const call = argumentsFor(command, command.binaries.postgres, [
    ...['-D', places.cluster, '-p', String(port)],
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  // Detached: a Ctrl-C at the terminal must reach the launcher only, which stops the server last.
  const child = spawn(call.file, call.args, {
    ...call.ids,
    cwd: '/',
    detached: true,
    // The caller's PG* variables would change the server's settings.
    env: { LC_ALL: 'C', NODE_ENV: 'production' },
    stdio: ['ignore', log.fd, log.fd],
  });
  let over = false;
  for (const event of ['error', 'exit'] as const) {
    child.once(event, () => {
      over = true;
    });
  }
  await log.close();
  const answer = waitForAnswer(port, password, () => over).catch((error: unknown) => {
    child.kill('SIGQUIT');
    throw error;
  });
  if (!(await answer)) {
    child.kill('SIGQUIT');
    throw new Error(await startFailure(places));
  }
  child.unref();
  return child;
}

/** True as soon as the server takes connections; recovery after a crash may take its time. */
async function waitForAnswer(
  port: number,
  password: string,
  isOver: () => boolean,
): Promise<boolean> {
  for (let attempt = 0; attempt < 6_000 && !isOver(); attempt += 1) {
    if (await answers(port, password)) return true;
    await sleep(100);
  }
  return false;
}

export async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' },
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return false;
    throw new Error(
      'The embedded database does not take the password in DATA_DIR/postgres.password: ' +
        'put back that file, or set DATA_DIR to another folder.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function startFailure(places: Places): Promise<string> {
  const text = await readFile(places.logFile, 'utf8').catch(() => '');
  if (/No space left on device/i.test(text)) {
    return `The disk is full: free some space for ${places.root}, or set DATA_DIR to another disk.`;
  }
  const reason = text
    .split('\n')
    .filter((line) => /FATAL|PANIC|error/.test(line))
    .at(-1)
    ?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
  return `The embedded database did not start: ${reason ?? 'it gave no reason'} (${places.logFile}).`;
}
