import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The system account of the server: Postgres refuses to run as root, so root lends it another. */
export type Account = { uid: number; gid: number } | undefined;

/** The owner of an existing cluster; else the account `postgres`, created when it is missing. */
export async function serverAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = await postgresEntry();
  if (known !== undefined) return known;
  try {
    await run('groupadd', ['--system', 'postgres']).catch(() => undefined);
    await run('useradd', [
      ...['--system', '--no-create-home', '--gid', 'postgres'],
      ...['--shell', '/usr/sbin/nologin', 'postgres'],
    ]);
  } catch (error) {
    throw new Error(
      'Postgres does not run as root, and the system account "postgres" could not be created ' +
        `(${error instanceof Error ? error.message.trim() : error}): ` +
        'start as an ordinary user, or set DATABASE_URL.',
    );
  }
  const created = await postgresEntry();
  if (created === undefined) {
    throw new Error('The system account "postgres" is missing: start as an ordinary user.');
  }
  return created;
}

async function postgresEntry(): Promise<Account> {
  const users = await readFile('/etc/passwd', 'utf8');
  const entry = users.split('\n').find((line) => line.startsWith('postgres:'));
  if (entry === undefined) return undefined;
  const [, , uid, gid] = entry.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
