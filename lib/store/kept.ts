import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const keptRow = z.strictObject({ requestHash: z.string(), status: z.int(), body: z.unknown() });

/** The answer that was given under an idempotency key. */
export type Kept = z.infer<typeof keptRow>;

/** Waits for another call under the same key to end, so that only one of them does the work. */
export async function findKept(tx: Tx, key: string): Promise<Kept | null> {
  const lock = sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.orgId}:${key}`}, 0))`;
  await tx.client.query({ text: lock.text, values: lock.values });
  const found = await rows(
    tx,
    keptRow,
    sql`select request_hash as "requestHash", status, body from idempotency_key
      where org_id = ${tx.orgId}::uuid and key = ${key}`,
  );
  return found[0] ?? null;
}

export async function keep(tx: Tx, key: string, kept: Kept, now: Date): Promise<void> {
  await rows(
    tx,
    z.never(),
    sql`insert into idempotency_key (org_id, key, request_hash, status, body, created_at)
      values (${tx.orgId}::uuid, ${key}, ${kept.requestHash}, ${kept.status},
        ${JSON.stringify(kept.body)}::jsonb, ${now})`,
  );
}
