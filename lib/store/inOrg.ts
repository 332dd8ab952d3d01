import type { Pool, PoolClient } from 'pg';
import { heldRead } from './heldRead.ts';

/** One transaction with the organization's context; all SQL of a question runs on it. */
export type Tx = {
  orgId: string;
  client: PoolClient;
  /** Nothing in it can change: neither rows nor tables that stand before others. */
  readOnly?: true;
  /** Temporary tables stand, or stood, before those of the same name. */
  shadowed?: true;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

const BEGIN = {
  read: 'begin isolation level repeatable read read only',
  write: 'begin',
  fold: 'begin isolation level repeatable read',
  // A crash may take back the last of them, all of each and in their order.
  bulk: 'begin; set local synchronous_commit = off',
};
type Mode = keyof typeof BEGIN;

/** What opens a transaction. */
export function beginOrg(orgId: string, mode: Mode): string {
  if (!isUuid(orgId)) throw new Error('orgId must be a uuid');
  // TRICKY: a statement, not set_config(): only the statement reaches the workers of a cluster.
  return `${BEGIN[mode]}; set local app.org_id = '${orgId}'`;
}

/**
 * `read`: one snapshot for all that a screen asks; `write`: an ordinary transaction; `fold`: writes
 * what follows from one snapshot; `bulk`: writes that nobody has been told of yet. While a caller
 * is answered from one snapshot, `read` is that one.
 */
export async function inOrg<T>(
  pool: Pool,
  orgId: string,
  mode: Mode,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const begin = beginOrg(orgId, mode);
  const held = mode === 'read' ? heldRead(pool, orgId) : undefined;
  if (held !== undefined) return held.use((client) => work({ orgId, client, readOnly: true }));
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const result = await work({ orgId, client, ...(mode === 'read' ? { readOnly: true } : {}) });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
