import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const keptRow = z.strictObject({
  key: z.string(),
  requestHash: z.string(),
  status: z.int(),
  body: z.unknown(),
});

/** The answer that was given under an idempotency key. */
export type Kept = z.infer<typeof keptRow>;

/** Waits for another call under the same key to end, so that only one of them does the work. */
export async function findKept(tx: Tx, key: string): Promise<Kept | null> {
  const found = await findAllKept(tx, [key]);
  return found.get(key) ?? null;
}

/** The same for several keys; they are locked in one order, so that nobody waits in a circle. */
export async function findAllKept(
  tx: Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Kept>> {
  if (keys.length === 0) return new Map();
  const names = keys.map((key) => `${tx.orgId}:${key}`);
  const lock = sql`select pg_advisory_xact_lock(number) from (
    select distinct hashtextextended(name, 0) as number from unnest(${names}::text[]) as t (name)
    order by 1) as sorted`;
  await tx.client.query({ text: lock.text, values: lock.values });
  const found = await rows(
    tx,
    keptRow,
    sql`select key, request_hash as "requestHash", status, body from idempotency_key
      where org_id = ${tx.orgId}::uuid and key = any(${keys}::text[])`,
  );
  return new Map(found.map((kept) => [kept.key, kept]));
}

export async function keep(tx: Tx, kept: Kept, now: Date): Promise<void> {
  await rows(
    tx,
    z.never(),
    sql`insert into idempotency_key (org_id, key, request_hash, status, body, created_at)
      values (${tx.orgId}::uuid, ${kept.key}, ${kept.requestHash}, ${kept.status},
        ${JSON.stringify(kept.body)}::jsonb, ${now})`,
  );
}
