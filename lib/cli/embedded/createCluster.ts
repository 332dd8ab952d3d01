import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  chown,
  constants,
  mkdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { argumentsFor, type Command } from './command.ts';
import type { Places } from './places.ts';

const run = promisify(execFile);

/** Makes the data folder passable for the server's account, whatever the umask. */
export async function openDataFolder(places: Places): Promise<void> {
  try {
    await mkdir(places.root, { recursive: true });
    const { mode } = await stat(places.root);
    if ((mode & 0o001) === 0) await chmod(places.root, mode | 0o011);
    await access(places.root, constants.W_OK);
  } catch (error) {
    throw new Error(
      `The data folder ${places.root} cannot be written (${(error as NodeJS.ErrnoException).code}): ` +
        'change its owner or its mode, or set DATA_DIR to another folder.',
    );
  }
}

/** Creates the cluster when there is none; a half-made one of an aborted start is made anew. */
export async function createCluster(
  places: Places,
  command: Command,
  account: Command['account'],
  extra: string[] = [],
): Promise<boolean> {
  if (await hasCluster(places)) return false;
  const fresh = `${places.cluster}.new`;
  const secret = join(fresh, 'password');
  const making = join(fresh, 'data');
  await rm(fresh, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(secret, password, { mode: 0o600 });
  await mkdir(making, { mode: 0o700 });
  for (const path of account === undefined ? [] : [making, secret, fresh]) {
    await chown(path, account?.uid ?? 0, account?.gid ?? 0);
  }
  const call = argumentsFor(command, command.binaries.initdb, [
    ...['-D', making, '-U', 'postgres', '--pwfile', secret, '--auth=scram-sha-256'],
    // One collation on every machine: code points, built in.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...extra,
  ]);
  const before = process.umask(0o022);
  try {
    await run(call.file, call.args, { ...call.ids, cwd: dirname(places.root) });
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw new Error(initFailure(places, error));
  } finally {
    process.umask(before);
  }
  await writeFile(places.passwordFile, password, { mode: 0o600 });
  await chmod(places.passwordFile, 0o600);
  await rename(making, places.cluster);
  await rm(fresh, { recursive: true, force: true });
  return true;
}

export async function readPassword(places: Places): Promise<string> {
  try {
    return (await readFile(places.passwordFile, 'utf8')).trim();
  } catch (error) {
    throw new Error(
      `The password of the embedded database is not readable at ${places.passwordFile} ` +
        `(${(error as NodeJS.ErrnoException).code}): start as the user who created it.`,
    );
  }
}

function initFailure(places: Places, error: unknown): string {
  const text = `${(error as { stderr?: string }).stderr ?? ''}${error}`;
  if (/No space left on device/i.test(text)) {
    return `The disk is full: free some space for ${places.root}, or set DATA_DIR to another disk.`;
  }
  const line = text.split('\n').find((entry) => /error|fatal/i.test(entry));
  return `The embedded database could not be created in ${places.cluster}: ${line ?? text.trim()}`;
}

/** A cluster folder appears only complete, by a rename. */
async function hasCluster(places: Places): Promise<boolean> {
  return stat(places.cluster).then(
    () => true,
    () => false,
  );
}
