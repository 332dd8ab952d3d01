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

/** What waits of one organization, and how many transactions are under way for it. */
type Queue = { calls: Waiting[]; lanes: number };

const MOST_ROWS = 5_000;
const MOST_WAITING = 1_000;
/** So many rows are read and sent while others are written; fewer wait and share a transaction. */
const MANY_ROWS = 200;
/** Organizations that may have two transactions at once: each takes a connection from readers. */
const MOST_AHEAD = 2;

/**
 * Takes events of one organization that come while others are being written together, in the next
 * transaction: writers of an organization exclude each other anyway, and one commit is as long as
 * fifty. Of many rows the next transaction begins before the one under way ends: its rows are read
 * until it gets the organization's lock. Nobody is answered before his rows are committed. Where a
 * shared transaction fails, each call is tried alone and gets its own answer.
 */
export class EventPosts {
  readonly #queues = new Map<string, Queue>();
  #ahead = 0;

  take(call: EventCall): Promise<Answered> {
    const key = idempotencyKey(call.c);
    return new Promise((resolve, reject) => {
      const queue = this.#queues.get(call.org.id) ?? { calls: [], lanes: 0 };
      this.#queues.set(call.org.id, queue);
      if (queue.calls.length < MOST_WAITING) {
        queue.calls.push({ ...call, key, resolve, reject });
        if (this.#hasWork(queue)) void this.#work(call.org.id, queue);
      } else {
        reject(new Refusal('unavailable', 'more events wait than can be taken: try again soon'));
      }
    });
  }

  /** Whether there is something to do for one lane more. */
  #hasWork({ calls, lanes }: Queue): boolean {
    if (lanes === 0) return calls.length > 0;
    return lanes === 1 && this.#ahead < MOST_AHEAD && countRows(calls) >= MANY_ROWS;
  }

  async #work(orgId: string, queue: Queue): Promise<void> {
    while (this.#hasWork(queue)) {
      const isAhead = queue.lanes > 0;
      queue.lanes += 1;
      if (isAhead) this.#ahead += 1;
      await takeTogether(nextCalls(queue.calls));
      queue.lanes -= 1;
      if (isAhead) this.#ahead -= 1;
    }
    if (queue.lanes === 0) this.#queues.delete(orgId);
  }
}

function countRows(calls: readonly Waiting[]): number {
  return calls.reduce((sum, { rows }) => sum + rows.length, 0);
}

async function takeTogether(calls: readonly Waiting[]): Promise<void> {
  try {
    await together(calls);
  } catch (error) {
    for (const call of calls) {
      if (calls.length === 1) call.reject(error);
      else await together([call]).catch(call.reject);
    }
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
