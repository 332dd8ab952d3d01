import type { Sql } from 'sql-template-tag';
import type { z } from 'zod';
import type { Tx } from './inOrg.ts';

/** Runs one question and checks each row against its strict shape. */
export async function rows<S extends z.ZodType>(
  tx: Tx,
  shape: S,
  sql: Sql,
): Promise<z.output<S>[]> {
  const result = await tx.client.query({ text: sql.text, values: sql.values });
  return result.rows.map((row) => shape.parse(row));
}
