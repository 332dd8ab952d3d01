import type { Tx } from './inOrg.ts';

/** As `lockOrg`, beside others that only derive: each of them has its own records. */
export async function lockOrgToDerive(tx: Tx): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [tx.orgId]);
}

/** One writer per organization until the transaction ends: arrivals have one order. */
export async function lockOrg(tx: Tx): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [tx.orgId]);
}

/** One import at a time derives all its records, until this transaction ends; others wait. */
export async function lockDeriving(tx: Tx): Promise<void> {
  await tx.client.query('set local lock_timeout = 0');
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `deriving ${tx.orgId}`,
  ]);
}
