import { Refusal } from '#lib/contract/errors.ts';
import type { RawRow } from '#lib/ingest/readText.ts';
import { takeEventPosts } from '#lib/ingest/takeEvents.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { findAllKept, type Kept, keep } from '#lib/store/kept.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { ApiContext, ApiDeps } from './context.ts';
import { type Answered, idempotencyKey, replayed } from './once.ts';

export type EventCall = {
  c: ApiContext;
  deps: ApiDeps;
  org: Org;
  source: string;
  rows: readonly RawRow[];
  requestHash: string;
};

type Waiting = EventCall & {
  key: string | undefined;
  resolve: (answer: Answered) => void;
  reject: (error: unknown) => void;
};

const MOST_ROWS = 5_000;
const MOST_WAITING = 1_000;

/**
 * Takes events of one organization that come while others are being written together, in the next
 * transaction: writers of an organization exclude each other anyway, and one commit is as long as
 * fifty. Nobody is answered before his rows are committed. Where a shared transaction fails, each
 * call is tried alone and gets its own answer.
 */
export class EventPosts {
  readonly #waiting = new Map<string, Waiting[]>();

  take(call: EventCall): Promise<Answered> {
    const key = idempotencyKey(call.c);
    return new Promise((resolve, reject) => {
      const own = { ...call, key, resolve, reject };
      const queue = this.#waiting.get(call.org.id);
      if (queue === undefined) {
        this.#waiting.set(call.org.id, [own]);
        void this.#work(call.org.id);
      } else if (queue.length < MOST_WAITING) {
        queue.push(own);
      } else {
        reject(new Refusal('unavailable', 'more events wait than can be taken: try again soon'));
      }
    });
  }

  async #work(orgId: string): Promise<void> {
    const queue = this.#waiting.get(orgId) ?? [];
    while (queue.length > 0) {
      const calls = nextCalls(queue);
      try {
        await together(calls);
      } catch (error) {
        for (const call of calls) {
          if (calls.length === 1) call.reject(error);
          else await together([call]).catch(call.reject);
        }
      }
    }
    this.#waiting.delete(orgId);
  }
}

/** As many as fit into one transaction; a key that comes twice waits for its first answer. */
function nextCalls(queue: Waiting[]): Waiting[] {
  const keys = new Set<string>();
  let rows = 0;
  let count = 0;
  for (const { rows: own, key } of queue) {
    rows += own.length;
    if (count > 0 && (rows > MOST_ROWS || (key !== undefined && keys.has(key)))) break;
    if (key !== undefined) keys.add(key);
    count += 1;
  }
  return queue.splice(0, count);
}

async function together(calls: readonly Waiting[]): Promise<void> {
  const [first] = calls;
  if (first === undefined) return;
  const { deps, org } = first;
  const ends = await inOrg(deps.pool, org.id, 'write', async (tx) => {
    const keys = calls.flatMap(({ key }) => (key === undefined ? [] : [key]));
    const kept = await findAllKept(tx, keys);
    const isKept = ({ key }: Waiting) => key !== undefined && kept.has(key);
    const answers = await takeNew(
      tx,
      calls.filter((call) => !isKept(call)),
    );
    return calls.map((call) => () => answers.get(call) ?? answerOf(call, kept));
  });
  for (const [at, end] of ends.entries()) {
    const call = calls[at];
    try {
      call?.resolve(end());
    } catch (error) {
      call?.reject(error);
    }
  }
}

function answerOf({ c, key, requestHash }: Waiting, kept: ReadonlyMap<string, Kept>): Answered {
  const found = kept.get(key ?? '');
  if (found === undefined) throw new Error('a call without an answer');
  return replayed(c, found, requestHash);
}

async function takeNew(tx: Tx, calls: readonly Waiting[]): Promise<Map<Waiting, Answered>> {
  const answers = new Map<Waiting, Answered>();
  const [first] = calls;
  if (first === undefined) return answers;
  const now = first.deps.now();
  const arrival = { receivedAt: now.getTime(), importId: null };
  const taken = await takeEventPosts(tx, first.org, calls, arrival);
  for (const [at, call] of calls.entries()) {
    const data = taken[at];
    const answer = { status: data?.quarantined ? 207 : 200, body: { data } } as const;
    const { key, requestHash } = call;
    if (key !== undefined) await keep(tx, { key, requestHash, ...answer }, now);
    answers.set(call, answer);
  }
  return answers;
}
