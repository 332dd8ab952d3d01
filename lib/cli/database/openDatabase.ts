import type { Env } from '#lib/env.ts';
import { type Embedded, openEmbedded } from '../embedded/openEmbedded.ts';
import { Plain } from '../say.ts';
import { checkServer } from './checkServer.ts';

export type Database = { url: string; said: string; embedded: Embedded | undefined };

/** The database that the environment names, or the embedded one; everybody else sees a URL. */
export async function openDatabase(env: Env): Promise<Database> {
  if (env.databaseUrl !== undefined) {
    const version = await checkServer(env.databaseUrl);
    const { host, pathname } = new URL(env.databaseUrl);
    return {
      ...{ url: env.databaseUrl, embedded: undefined },
      said: `Postgres ${version} at ${host}${pathname}`,
    };
  }
  try {
    const embedded = await openEmbedded(env.dataDir);
    const said = `embedded Postgres ${embedded.origin} on port ${embedded.port}`;
    return { url: embedded.url, said, embedded };
  } catch (error) {
    throw new Plain(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
