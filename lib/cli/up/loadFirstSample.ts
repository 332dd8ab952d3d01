import { randomUUID } from 'node:crypto';
import { listOrgs } from '#lib/store/orgs.ts';
import { createPool } from '#lib/store/pool.ts';

/** Fills an empty database with the sample organization; one that has any is left alone. */
export async function loadFirstSample(
  url: string,
  now: Date,
): Promise<{ said: string; value: undefined }> {
  const pool = createPool(url, { statementMs: 600_000, idleInTransactionMs: 600_000 });
  try {
    const orgs = await listOrgs(pool);
    if (orgs.length > 0) {
      return { said: `not needed, ${orgs.length} organization(s)`, value: undefined };
    }
    const { loadSample } = await import('#prisma/sample/loadSample.ts');
    const loaded = await loadSample(pool, now, randomUUID);
    return { said: `loaded, ${loaded.events} events`, value: undefined };
  } finally {
    await pool.end();
  }
}
