import { Refusal } from '#lib/contract/errors.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { findKept, type Kept, keep } from '#lib/store/kept.ts';
import type { ApiContext, ApiDeps } from './context.ts';

export type Answered = { status: 200 | 201 | 202 | 207; body: unknown };

/**
 * Does a write at most once per `Idempotency-Key`: the answer is kept in the transaction of the
 * write, and a repeated call gets it back. Refusals are not kept: nothing was done.
 */
export async function once(
  call: { c: ApiContext; deps: ApiDeps; orgId: string; requestHash: string },
  work: (tx: Tx) => Promise<Answered>,
): Promise<Answered> {
  const { c, deps, orgId, requestHash } = call;
  const key = idempotencyKey(c);
  return inOrg(deps.pool, orgId, 'write', async (tx) => {
    if (key === undefined) return work(tx);
    const kept = await findKept(tx, key);
    if (kept !== null) return replayed(c, kept, requestHash);
    const answer = await work(tx);
    await keep(tx, { key, requestHash, ...answer }, deps.now());
    return answer;
  });
}

/** The answer that was kept, for the same request; refuses another one under its key. */
export function replayed(c: ApiContext, kept: Kept, requestHash: string): Answered {
  if (kept.requestHash !== requestHash) {
    throw new Refusal('conflict', 'Idempotency-Key: was used for another request; take a new one');
  }
  c.header('Idempotent-Replayed', 'true');
  return { status: kept.status as Answered['status'], body: kept.body };
}

/** The call's key, checked. */
export function idempotencyKey(c: ApiContext): string | undefined {
  const key = c.req.header('idempotency-key');
  if (key !== undefined && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Refusal('invalid_request', 'Idempotency-Key: must be 1 to 255 visible characters');
  }
  return key;
}
