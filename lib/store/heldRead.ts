import { AsyncLocalStorage } from 'node:async_hooks';
import type { Pool, PoolClient } from 'pg';

/** A read-only transaction that outlives the question which opened it. */
class HeldRead {
  readonly pool: Pool;
  readonly orgId: string;
  readonly #client: PoolClient;
  #busy = false;
  #failed = false;
  #left = false;

  constructor(pool: Pool, orgId: string, client: PoolClient) {
    this.pool = pool;
    this.orgId = orgId;
    this.#client = client;
  }

  get isFree(): boolean {
    return !this.#busy && !this.#failed && !this.#left;
  }

  async use<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    this.#busy = true;
    try {
      return await work(this.#client);
    } catch (error) {
      this.#failed = true;
      throw error;
    } finally {
      this.#busy = false;
      if (this.#left) await this.#end();
    }
  }

  /** Ends it, or lets whoever still reads from it (a file that is being sent) end it. */
  async leave(): Promise<void> {
    this.#left = true;
    if (!this.#busy) await this.#end();
  }

  async #end(): Promise<void> {
    let broken: Error | undefined;
    await this.#client.query(this.#failed ? 'rollback' : 'commit').catch((cause: Error) => {
      broken = cause;
    });
    this.#client.release(broken);
  }
}

type Place = { held: HeldRead | undefined };
const places = new AsyncLocalStorage<Place>();

/**
 * Everything that `work` reads of an organization comes from one snapshot and over one connection:
 * the one that `holdRead` opened. `work` must not write: it would wait for a second connection
 * while it keeps one from others.
 */
export async function inOneSnapshot<T>(work: () => Promise<T>): Promise<T> {
  const place: Place = { held: undefined };
  try {
    return await places.run(place, work);
  } finally {
    await place.held?.leave();
  }
}

/** Whether the caller is answered from one snapshot, and none is open yet. */
export function wantsHeld(): boolean {
  const place = places.getStore();
  return place !== undefined && place.held === undefined;
}

/** Keeps an open read-only transaction for what is read next. */
export function holdRead(pool: Pool, orgId: string, client: PoolClient): void {
  const place = places.getStore();
  if (place !== undefined) place.held = new HeldRead(pool, orgId, client);
}

/** The transaction that is held for this organization, unless somebody is reading from it. */
export function heldRead(pool: Pool, orgId: string): HeldRead | undefined {
  const held = places.getStore()?.held;
  return held?.pool === pool && held.orgId === orgId && held.isFree ? held : undefined;
}
