import { KINDS } from './kinds.ts';

/** Counts per cell of the grid and kind: `cell * KINDS + kind` ascends, none of them is 0. */
export type Bins = { keys: Int32Array; counts: Int32Array };

/** Adds up counts of cells, then says them in order. */
export class BinCounter {
  #counts = new Int32Array(1 << 15);
  #low = Number.POSITIVE_INFINITY;
  #high = -1;

  get isEmpty(): boolean {
    return this.#high < 0;
  }

  add(cell: number, kind: number, count: number): void {
    this.addKey(cell * KINDS + kind, count);
  }

  addKey(key: number, count: number): void {
    if (key >= this.#counts.length) this.#grow(key);
    this.#counts[key] = (this.#counts[key] as number) + count;
    if (key < this.#low) this.#low = key;
    if (key > this.#high) this.#high = key;
  }

  addAll({ keys, counts }: Bins): void {
    for (let i = 0; i < keys.length; i += 1) this.addKey(keys[i] as number, counts[i] as number);
  }

  /** All that was added; the counter begins anew. */
  take(): Bins {
    const [all, low, high] = [this.#counts, this.#low, this.#high];
    let size = 0;
    for (let key = low; key <= high; key += 1) if (all[key] !== 0) size += 1;
    const keys = new Int32Array(size);
    const counts = new Int32Array(size);
    let to = 0;
    for (let key = low; key <= high; key += 1) {
      if (all[key] === 0) continue;
      keys[to] = key;
      counts[to++] = all[key] as number;
      all[key] = 0;
    }
    this.#low = Number.POSITIVE_INFINITY;
    this.#high = -1;
    return { keys, counts };
  }

  #grow(key: number): void {
    const grown = new Int32Array((key + 1) * 2);
    grown.set(this.#counts);
    this.#counts = grown;
  }
}
