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
  const pool = createPool(url, { max: 10, statementMs: 60_000 });
  store[KEY] = pool;
  return pool;
}
