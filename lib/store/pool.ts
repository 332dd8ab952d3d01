import pg from 'pg';
import { assertSession } from './assertSession.ts';
import { APP_ROLE, type SessionLimits, withSessionOptions } from './sessionOptions.ts';

export type PoolOptions = SessionLimits & { max?: number; connectMs?: number; name?: string };

/**
 * The application's pool. Each new connection is under the role that row-level security binds, in
 * UTC, with limits; a connection that is not is refused before it answers anything.
 */
export function createPool(url: string, options: PoolOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: withSessionOptions(url, APP_ROLE, options),
    max: options.max ?? 10,
    // Statements go out while others are answered, where a caller does not wait in between.
    pipeline: true,
    connectionTimeoutMillis: options.connectMs ?? 10_000,
    application_name: options.name ?? 'bowtie',
    verify: (client, done) => {
      assertSession(client).then(
        () => done(),
        (error: Error) => done(error),
      );
    },
  });
  // TRICKY: an idle connection that the server drops raises at the pool, one that is held between
  // two statements at itself. Unheard, either ends the process; the next statement fails anyway.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
