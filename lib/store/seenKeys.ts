import sql from 'sql-template-tag';
import type { Tx } from './inOrg.ts';

/** Keys of a dry run, forgotten at its end: what it would have kept so far. */
export async function openSeenKeys(tx: Tx): Promise<void> {
  await tx.client.query(
    'create temp table seen_key (key text collate "C" primary key) on commit drop',
  );
}

/** Of these keys the ones seen before. */
export async function seenKeys(tx: Tx, keys: readonly string[]): Promise<string[]> {
  const question = sql`select key from seen_key where key = any(${keys}::text[])`;
  const result = await tx.client.query<{ key: string }>({
    text: question.text,
    values: question.values,
  });
  return result.rows.map((row) => row.key);
}

export async function addSeenKeys(tx: Tx, keys: readonly string[]): Promise<void> {
  const insert = sql`insert into seen_key select unnest(${keys}::text[]) on conflict do nothing`;
  await tx.client.query({ text: insert.text, values: insert.values });
}
