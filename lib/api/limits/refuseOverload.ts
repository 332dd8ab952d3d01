import { Refusal } from '#lib/contract/errors.ts';
import type { ApiDeps } from '../context.ts';

/** Requests that may wait for a connection, for each connection that there is. */
const QUEUE = 8;

/** Says "later" at once where a request would only join a queue that is already too long. */
export function refuseOverload({ pool }: ApiDeps): void {
  const most = (pool.options?.max ?? 10) * QUEUE;
  if (pool.waitingCount < most) return;
  throw new Refusal('unavailable', 'there is more to do just now than can be done: try again soon');
}
