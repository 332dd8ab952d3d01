type Bucket = { tokens: number; at: number };

export type Taken = {
  allowed: boolean;
  limit: number;
  /** Requests that may follow at once. */
  remaining: number;
  /** Seconds until the next request may come; 0 when it may now. */
  wait: number;
  /** Seconds until the bucket is full again. */
  reset: number;
};

/** How many seconds of the rate may come at once. */
const BURST_SECONDS = 4;
const MOST = 10_000;

/**
 * So many requests a second for each name, with a burst of a few seconds' worth. Kept in the memory
 * of one process: it protects that process, and costs no question to the database.
 */
export class TokenBuckets {
  readonly #perSecond: number;
  readonly #limit: number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
    this.#limit = perSecond * BURST_SECONDS;
  }

  take(name: string, now: number): Taken {
    const limit = this.#limit;
    const rate = this.#perSecond;
    const { tokens: before, at } = this.#buckets.get(name) ?? { tokens: limit, at: now };
    const tokens = Math.min(limit, before + (Math.max(0, now - at) / 1000) * rate);
    const allowed = tokens >= 1;
    const left = allowed ? tokens - 1 : tokens;
    if (this.#buckets.size >= MOST) this.#forgetFull(now);
    this.#buckets.set(name, { tokens: left, at: now });
    return {
      ...{ allowed, limit, remaining: Math.floor(left) },
      wait: left >= 1 ? 0 : Math.ceil((1 - left) / rate),
      reset: Math.ceil((limit - left) / rate),
    };
  }

  /** A bucket that is full again says no more than none. */
  #forgetFull(now: number): void {
    for (const [name, { tokens, at }] of this.#buckets) {
      if (tokens + ((now - at) / 1000) * this.#perSecond >= this.#limit) this.#buckets.delete(name);
    }
  }
}
