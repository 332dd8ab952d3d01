import type { Sql } from 'sql-template-tag';
import type { Tx } from './inOrg.ts';

/** A statement whose rows, if any, nobody wants. */
export async function run(tx: Tx, { text, values }: Sql): Promise<void> {
  await tx.client.query({ text, values });
}
