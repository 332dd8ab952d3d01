import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const writtenRow = z.strictObject({ value: z.string() });

/**
 * Every segment that events, accounts or contracts ever came with, as it was written. How many did
 * is not told: that reads all facts.
 */
export async function writtenSegments(tx: Tx, limit: number): Promise<string[]> {
  const found = await rows(
    tx,
    writtenRow,
    sql`select value from dimension_value
      where org_id = ${tx.orgId}::uuid and dimension = 'segment'
      order by value collate "C" limit ${limit}`,
  );
  return found.map(({ value }) => value);
}
