import { bucketSort } from './bucketSort.ts';

/** Runs shorter than this are sorted as a whole faster than they are merged. */
const SHORT = 16;
/** So few runs are merged in no more walks than it takes to sort them. */
const FEW = 4;
/** So many numbers of memory are kept for the next. */
const MOST_KEPT = 1 << 19;
const NONE = new Float64Array();

/** Numbers that come in ascending runs, put into one list without an array for each run. */
export class SortedRuns {
  #values = NONE;
  #size = 0;
  readonly #starts: number[] = [];

  get size(): number {
    return this.#size;
  }

  /** Room for so many in all, where that is known. */
  reserve(size: number): void {
    if (size > this.#values.length) this.#grow(size);
  }

  /** What is added from here on ascends again. */
  begin(more: number): void {
    const { length } = this.#values;
    if (this.#size + more > length) this.#grow(Math.max(this.#size + more, length * 2));
    if (this.#starts.at(-1) !== this.#size) this.#starts.push(this.#size);
  }

  /** Up to so many as `begin` was told. */
  add(value: number): void {
    this.#values[this.#size++] = value;
  }

  /** Those of another, which stay there. */
  addRuns(other: SortedRuns): void {
    const values = other.#values;
    for (const [i, start] of other.#starts.entries()) {
      this.addAll(values.subarray(start, other.#starts[i + 1] ?? other.#size));
    }
  }

  /** Begins anew in the same memory, unless that is a lot. */
  clear(): this {
    this.#size = 0;
    this.#starts.length = 0;
    if (this.#values.length > MOST_KEPT) this.#values = NONE;
    return this;
  }

  /** A run of its own. */
  addAll(ascending: Float64Array): void {
    this.begin(ascending.length);
    this.#values.set(ascending, this.#size);
    this.#size += ascending.length;
  }

  #grow(size: number): void {
    const grown = new Float64Array(size);
    grown.set(this.#values.subarray(0, this.#size));
    this.#values = grown;
  }

  /** All of them, sorted; nothing may be added any more, until all is cleared. */
  take(): Float64Array {
    const values = this.#values.subarray(0, this.#size);
    const starts = this.#starts;
    if (starts.length < 2) return values;
    if (starts.length > FEW && bucketSort(values)) return values;
    if (this.#size < starts.length * SHORT) return values.sort();
    return mergeRuns(values, [...starts, this.#size]);
  }
}

/** One for all merges, none of which is interrupted: to get as much for each takes longer. */
let spare: Float64Array = NONE;

/** Merges neighbours until one run is left, to and fro between two arrays. */
function mergeRuns(values: Float64Array, bounds: number[]): Float64Array {
  if (spare.length < values.length) spare = new Float64Array(values.length * 2);
  let from = values;
  let to = spare;
  let cuts = bounds;
  while (cuts.length > 2) {
    const next: number[] = [0];
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const start = cuts[i] ?? 0;
      const middle = cuts[i + 1] ?? 0;
      const end = cuts[i + 2] ?? middle;
      mergeInto(to, from, start, middle, end);
      next.push(end);
    }
    cuts = next;
    [from, to] = [to, from];
  }
  if (from === spare) values.set(spare.subarray(0, values.length));
  return values;
}

function mergeInto(
  to: Float64Array,
  from: Float64Array,
  start: number,
  middle: number,
  end: number,
): void {
  let a = start;
  let b = middle;
  let at = start;
  while (a < middle && b < end) {
    const left = from[a] as number;
    const right = from[b] as number;
    if (left <= right) {
      to[at++] = left;
      a += 1;
    } else {
      to[at++] = right;
      b += 1;
    }
  }
  while (a < middle) to[at++] = from[a++] as number;
  while (b < end) to[at++] = from[b++] as number;
}
