import type { Pool } from 'pg';
import { readEnv } from '#lib/env.ts';
import { createPool } from './pool.ts';

const KEY = Symbol.for('bowtie.pool');

/** The one pool of a server process; kept on globalThis because bundles hold modules twice. */
export function serverPool(): Pool {
  const store = globalThis as { [KEY]?: Pool };
  const found = store[KEY];
  if (found !== undefined) return found;
  const url = readEnv().databaseUrl;
  if (url === undefined)
    throw new Error('DATABASE_URL is missing: start the product with npm run up.');
  // Shorter than people and proxies wait: a request is refused while somebody still listens.
  const limits = { statementMs: 30_000, lockMs: 10_000, idleInTransactionMs: 15_000 };
  const pool = createPool(url, { max: 10, connectMs: 4_000, ...limits });
  store[KEY] = pool;
  return pool;
}
