import { gridMs } from '#lib/bowtie/durationGrid.ts';
import { cutHistogram, type DurationHistogram } from '#lib/bowtie/durationHistogram.ts';
import type { Bins } from './Bins.ts';
import { KIND } from './cellFact.ts';
import type { Durations } from './durations.ts';
import { KINDS } from './kinds.ts';

/** What the statistics of a conversion are made of. */
export function toHistogram(durations: Durations): DurationHistogram {
  return fill(durations, new ArrayBuffer(mostCells(durations) * CELL_BYTES));
}

let shared = new ArrayBuffer(0);

/**
 * The same for a glance: it is overwritten by the next one.
 *
 * TRICKY: an answer makes dozens of them, of megabytes each; new memory for every one of them keeps
 * the garbage collector busier than the statistics are.
 */
export function glanceHistogram(durations: Durations): DurationHistogram {
  const bytes = mostCells(durations) * CELL_BYTES;
  if (shared.byteLength < bytes) shared = new ArrayBuffer(bytes * 2);
  else new Uint8Array(shared, 0, bytes).fill(0);
  return fill(durations, shared);
}

/** A duration and six counts. */
const CELL_BYTES = 8 + 6 * 4;

function mostCells({ keys, bins }: Durations): number {
  return keys.length + (bins === null ? 0 : bins.keys.length);
}

function fill(durations: Durations, memory: ArrayBuffer): DurationHistogram {
  const columns = allocate(memory, mostCells(durations));
  const { keys, bins } = durations;
  return bins === null ? ofKeys(columns, keys) : ofBins(columns, keys, bins);
}

type Columns = { ms: Float64Array } & Record<
  Exclude<keyof DurationHistogram, 'ms'>,
  Int32Array<ArrayBuffer>
>;

/** All columns in one piece of memory: to get and to give back seven takes longer. */
function allocate(memory: ArrayBuffer, most: number): Columns {
  const column = (place: number) => new Int32Array(memory, most * (8 + place * 4), most);
  return {
    ms: new Float64Array(memory, 0, most),
    advanced: column(0),
    timed: column(1),
    outOfOrder: column(2),
    lost: column(3),
    noDecision: column(4),
    open: column(5),
  };
}

function add(columns: Columns, at: number, kind: number, count: number): void {
  if (kind < KIND.lost) {
    columns.advanced[at] = (columns.advanced[at] as number) + count;
    if (kind & 1) columns.timed[at] = (columns.timed[at] as number) + count;
    if (kind & 2) columns.outOfOrder[at] = (columns.outOfOrder[at] as number) + count;
  } else if (kind === KIND.lost) columns.lost[at] = (columns.lost[at] as number) + count;
  else if (kind === KIND.open) columns.open[at] = (columns.open[at] as number) + count;
  else columns.noDecision[at] = (columns.noDecision[at] as number) + count;
}

function ofKeys(columns: Columns, keys: Float64Array): DurationHistogram {
  const { ms: times } = columns;
  let at = -1;
  let last = -1;
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as number;
    const ms = Math.floor(key / KINDS);
    if (ms !== last) {
      at += 1;
      times[at] = ms;
      last = ms;
    }
    add(columns, at, key - ms * KINDS, 1);
  }
  return cutHistogram(columns, at + 1);
}

/** TRICKY: cells of the grid stand for other durations than single ones beside them have. */
function ofBins(columns: Columns, keys: Float64Array, bins: Bins): DurationHistogram {
  let at = -1;
  let next = 0;
  const put = (ms: number, kind: number, count: number) => {
    if (at < 0 || columns.ms[at] !== ms) columns.ms[++at] = ms;
    add(columns, at, kind, count);
  };
  const putBefore = (limit: number) => {
    for (; next < keys.length && (keys[next] ?? 0) < limit; next += 1) {
      const key = keys[next] ?? 0;
      put(Math.floor(key / KINDS), key % KINDS, 1);
    }
  };
  for (let i = 0; i < bins.keys.length; i += 1) {
    const key = bins.keys[i] as number;
    const ms = gridMs(key >> 3);
    putBefore(ms * KINDS);
    put(ms, key & 7, bins.counts[i] as number);
  }
  putBefore(Number.POSITIVE_INFINITY);
  return cutHistogram(columns, at + 1);
}
