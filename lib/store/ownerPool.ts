import pg from 'pg';
import { type SessionLimits, withSessionOptions } from './sessionOptions.ts';

/** A pool as the URL's own user: for migrations, the job queue and operator commands only. */
export function createOwnerPool(
  url: string,
  options: SessionLimits & { max?: number } = {},
): pg.Pool {
  const limits: SessionLimits = { statementMs: 0, ...options };
  const pool = new pg.Pool({
    connectionString: withSessionOptions(url, undefined, limits),
    max: options.max ?? 3,
    connectionTimeoutMillis: 10_000,
    application_name: 'bowtie owner',
  });
  // See createPool: a connection that the server drops must not end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
