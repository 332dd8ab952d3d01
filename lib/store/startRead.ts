import type { Pool, QueryResult } from 'pg';
import { holdRead, wantsHeld } from './heldRead.ts';
import { beginOrg } from './inOrg.ts';

/**
 * The first look at an organization: a snapshot and what is asked of it in one round trip. It stays
 * open for what the caller is answered from, where `inOneSnapshot` wants that. Statements that are
 * sent together take no parameters.
 */
export async function startRead(
  pool: Pool,
  orgId: string,
  questions: readonly string[],
): Promise<QueryResult[]> {
  const begin = beginOrg(orgId, 'read');
  const isHeld = wantsHeld();
  const statements = [begin, ...questions, ...(isHeld ? [] : ['commit'])].join('; ');
  const client = await pool.connect();
  try {
    const answers: unknown = await client.query(statements);
    if (isHeld) holdRead(pool, orgId, client);
    else client.release();
    // Before the questions: begin, and the context.
    return (answers as QueryResult[]).slice(2, 2 + questions.length);
  } catch (error) {
    client.release(true);
    throw error;
  }
}
