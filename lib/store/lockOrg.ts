import type { Tx } from './inOrg.ts';

/** One writer per organization until the transaction ends: arrivals have one order. */
export async function lockOrg(tx: Tx): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [tx.orgId]);
}
