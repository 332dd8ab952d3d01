import { gridCell, gridEnd, gridMs } from '#lib/bowtie/durationGrid.ts';
import type { DurationHistogram } from '#lib/bowtie/durationHistogram.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { KIND } from './cellFact.ts';
import { KEPT } from './encodeCoarse.ts';
import { type Gathered, KINDS } from './Gathered.ts';
import { mergeSorted, mergeTwo, without } from './mergeSorted.ts';

/** The durations of one bucket and group; approximate where bins are part of them. */
export function toHistogram(
  gathered: Gathered,
  asOf: Instant,
): { histogram: DurationHistogram; approximate: boolean } {
  const ended = without(mergeSorted(gathered.ended), gathered.endedLess);
  const moments = without(mergeSorted(gathered.open), gathered.openLess);
  const open = new Float64Array(moments.length);
  for (let i = 0; i < open.length; i += 1) {
    open[open.length - 1 - i] = (asOf - (moments[i] ?? 0)) * KINDS + KIND.open;
  }
  if (gathered.bins === null && gathered.kept.length === 0) {
    return { histogram: ofKeys(mergeTwo(ended, open)), approximate: false };
  }
  binLongList(gathered, ended, ended.length - KEPT);
  for (const key of ended.subarray(Math.max(0, ended.length - KEPT))) gathered.kept.push(key);
  binLongList(gathered, open.subarray(1), open.length - 1 - KEPT);
  for (const key of open.subarray(0, 1)) gathered.kept.push(key);
  for (const key of open.subarray(Math.max(1, open.length - KEPT))) gathered.kept.push(key);
  return { histogram: ofBins(gathered), approximate: true };
}

/** The first `size` of an ascending list, as counts per cell of the grid. */
function binLongList(gathered: Gathered, keys: Float64Array, size: number): void {
  let cell = -1;
  let end = -1;
  for (let i = 0; i < size; i += 1) {
    const key = keys[i] ?? 0;
    const ms = Math.floor(key / KINDS);
    if (ms > end) {
      cell = gridCell(ms);
      end = gridEnd(cell);
    }
    gathered.bin(cell, key - ms * KINDS, 1);
  }
}

class Columns {
  readonly ms: Float64Array;
  readonly advanced: Int32Array;
  readonly timed: Int32Array;
  readonly outOfOrder: Int32Array;
  readonly lost: Int32Array;
  readonly noDecision: Int32Array;
  readonly open: Int32Array;
  #size = 0;
  #last = -1;

  constructor(most: number) {
    this.ms = new Float64Array(most);
    this.advanced = new Int32Array(most);
    this.timed = new Int32Array(most);
    this.outOfOrder = new Int32Array(most);
    this.lost = new Int32Array(most);
    this.noDecision = new Int32Array(most);
    this.open = new Int32Array(most);
  }

  add(ms: number, kind: number, count: number): void {
    if (ms !== this.#last) {
      this.ms[this.#size++] = ms;
      this.#last = ms;
    }
    const at = this.#size - 1;
    if (kind < KIND.lost) {
      this.advanced[at] = (this.advanced[at] ?? 0) + count;
      if (kind & 1) this.timed[at] = (this.timed[at] ?? 0) + count;
      if (kind & 2) this.outOfOrder[at] = (this.outOfOrder[at] ?? 0) + count;
    } else if (kind === KIND.lost) this.lost[at] = (this.lost[at] ?? 0) + count;
    else if (kind === KIND.noDecision) this.noDecision[at] = (this.noDecision[at] ?? 0) + count;
    else this.open[at] = (this.open[at] ?? 0) + count;
  }

  take(): DurationHistogram {
    const size = this.#size;
    return {
      ms: this.ms.subarray(0, size),
      advanced: this.advanced.subarray(0, size),
      timed: this.timed.subarray(0, size),
      outOfOrder: this.outOfOrder.subarray(0, size),
      lost: this.lost.subarray(0, size),
      noDecision: this.noDecision.subarray(0, size),
      open: this.open.subarray(0, size),
    };
  }
}

function ofKeys(keys: Float64Array): DurationHistogram {
  const columns = new Columns(keys.length);
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as number;
    const ms = Math.floor(key / KINDS);
    columns.add(ms, key - ms * KINDS, 1);
  }
  return columns.take();
}

/** TRICKY: cells of the grid have other durations than what was kept beside them has. */
function ofBins({ bins, kept }: Gathered): DurationHistogram {
  const beside = Float64Array.from(kept).sort();
  const counts = bins ?? new Float64Array();
  const filled = counts.reduce((sum, count) => sum + (count === 0 ? 0 : 1), 0);
  const columns = new Columns(filled + beside.length);
  let next = 0;
  const before = (limit: number) => {
    for (; next < beside.length && (beside[next] ?? 0) < limit; next += 1) {
      const key = beside[next] ?? 0;
      columns.add(Math.floor(key / KINDS), key % KINDS, 1);
    }
  };
  for (let key = 0; key < counts.length; key += 1) {
    const count = counts[key] ?? 0;
    if (count === 0) continue;
    const ms = gridMs(key >> 3);
    before(ms * KINDS);
    columns.add(ms, key & 7, count);
  }
  before(Number.POSITIVE_INFINITY);
  return columns.take();
}
