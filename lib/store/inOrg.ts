import type { Pool, PoolClient } from 'pg';

/** One transaction with the organization's context; all SQL of a question runs on it. */
export type Tx = { orgId: string; client: PoolClient };

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

/**
 * `read`: one snapshot for all that a screen asks; `write`: an ordinary transaction; `fold`: writes
 * what follows from one snapshot; `bulk`: writes that nobody has been told of yet.
 */
export async function inOrg<T>(
  pool: Pool,
  orgId: string,
  mode: keyof typeof BEGIN,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!isUuid(orgId)) throw new Error('orgId must be a uuid');
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // TRICKY: a statement, not set_config(): only the statement reaches the workers of a cluster.
    await client.query(`${BEGIN[mode]}; set local app.org_id = '${orgId}'`);
    const result = await work({ orgId, client });
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
