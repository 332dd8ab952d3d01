import type { Tx } from './inOrg.ts';

/** For the few questions that look at every fact: of ten million, on a busy machine. */
const LONG_MS = 180_000;

/** Lets the statements of this transaction take longer than a page's may. */
export async function allowLong(tx: Tx): Promise<void> {
  await tx.client.query(`set local statement_timeout = ${LONG_MS}`);
}
