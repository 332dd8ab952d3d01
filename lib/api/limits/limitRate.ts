import { Refusal } from '#lib/contract/errors.ts';
import type { Access, ApiContext, ApiDeps } from '../context.ts';
import type { TokenBuckets } from './TokenBuckets.ts';

/**
 * Refuses a key that asks too often, and tells every key how much it has left. The product's own
 * pages on this machine are not counted.
 */
export function limitRate(
  c: ApiContext,
  deps: ApiDeps,
  buckets: TokenBuckets | null,
  access: Access,
): void {
  if (buckets === null || access.keyId === undefined) return;
  const taken = buckets.take(access.keyId, deps.now().getTime());
  c.set('answerHeaders', {
    'RateLimit-Limit': String(taken.limit),
    'RateLimit-Remaining': String(taken.remaining),
    'RateLimit-Reset': String(taken.reset),
    ...(taken.allowed ? {} : { 'Retry-After': String(taken.wait) }),
  });
  if (taken.allowed) return;
  throw new Refusal(
    'rate_limited',
    `this key asks too often: wait ${taken.wait} s, and send rows in batches of up to 5,000`,
  );
}
