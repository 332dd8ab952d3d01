import { createHash } from 'node:crypto';
import type { Sql } from 'sql-template-tag';
import type { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

/** So many texts; each costs every connection some memory. */
const MOST = 150;
const names = new Map<string, string>();

/**
 * The same as `rows` for what is asked again and again with other values: each connection plans it
 * once. For questions of which one plan serves every organization.
 */
export async function prepared<S extends z.ZodType>(
  tx: Tx,
  shape: S,
  sql: Sql,
): Promise<z.output<S>[]> {
  const name = planName(tx, sql.text);
  if (name === undefined) return rows(tx, shape, sql);
  const result = await tx.client.query({ name, text: sql.text, values: sql.values });
  return result.rows.map((row) => shape.parse(row));
}

/** What to name a statement that is asked again and again; undefined where it is planned anew. */
export function planName(tx: Tx, text: string): string | undefined {
  // TRICKY: tables that stand before those of the plan would not be seen by it.
  return tx.shadowed ? undefined : nameOf(text);
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST) return known;
  // TRICKY: bundles hold this module twice over one pool: a number would name two texts.
  const name = `bowtie ${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
  names.set(text, name);
  return name;
}
