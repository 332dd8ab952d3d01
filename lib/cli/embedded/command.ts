import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

const run = promisify(execFile);

/** How the server's programs are started: the words before their own arguments, and the account. */
export type Command = { lead: string[]; account: Account; binaries: Binaries };

const SHARED = '/var/lib/bowtie';

/**
 * Postgres' account must be able to run the programs and to reach the data folder. Below root's
 * closed home it cannot: then the programs are copied to a shared folder, and the server gets the
 * one ability to pass through closed folders (CAP_DAC_READ_SEARCH).
 */
export async function commandFor(
  account: Account,
  binaries: Binaries,
  folder: string,
): Promise<Command> {
  const plain: Command = { lead: [], account, binaries };
  if (account === undefined || (await works(plain, folder))) return plain;
  const caps = ['--inh-caps=+dac_read_search', '--ambient-caps=+dac_read_search'];
  const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const passing: Command = {
    lead: ['setpriv', ...ids, ...caps, '--'],
    account: undefined,
    binaries: await copyBinaries(binaries).catch(() => binaries),
  };
  if (await works(passing, folder)) return passing;
  throw new Error(
    `The account "postgres" cannot reach ${folder} and the programs in node_modules: put the ` +
      'project into a folder that every account may pass through (chmod o+x), start as an ' +
      'ordinary user, or set DATABASE_URL.',
  );
}

/** Starts like `execFile`, under the command's account. */
export function argumentsFor(command: Command, program: string, args: string[]) {
  const [file = program, ...rest] = [...command.lead, program, ...args];
  return { file, args: rest, ids: command.account ?? {} };
}

async function works(command: Command, folder: string): Promise<boolean> {
  const checks: [string, string[]][] = [
    [command.binaries.initdb, ['--version']],
    [command.binaries.postgres, ['--version']],
    ['/usr/bin/stat', [join(folder, '.')]],
  ];
  for (const [program, args] of checks) {
    const call = argumentsFor(command, program, args);
    try {
      const { stderr } = await run(call.file, call.args, { ...call.ids, cwd: '/' });
      if (stderr.includes('invalid binary')) return false;
    } catch {
      return false;
    }
  }
  return true;
}

async function copyBinaries(binaries: Binaries): Promise<Binaries> {
  const { stdout } = await run(binaries.postgres, ['--version']);
  const version = stdout.replaceAll(/[^0-9.]+/g, '');
  const target = join(SHARED, `postgres-${version}`);
  const copied = (program: string) => join(target, 'bin', basename(program));
  const found = { postgres: copied(binaries.postgres), initdb: copied(binaries.initdb) };
  if (await stat(target).catch(() => undefined)) return found;
  await mkdir(SHARED, { recursive: true });
  await chmod(SHARED, 0o755);
  const fresh = await mkdtemp(join(SHARED, 'new-'));
  const source = dirname(dirname(binaries.postgres));
  await cp(source, fresh, { recursive: true, verbatimSymlinks: true });
  await openForAll(fresh);
  await rename(fresh, target);
  return found;
}

/** What root installed under a closed umask, everybody may read. */
async function openForAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openForAll(path);
    else if (entry.isFile())
      await chmod(path, ((await stat(path)).mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}
