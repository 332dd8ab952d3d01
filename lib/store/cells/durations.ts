import { gridCell, gridEnd } from '#lib/bowtie/durationGrid.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { KIND } from './cellFact.ts';
import { KEPT } from './encodeCoarse.ts';
import { type Gathered, KINDS } from './Gathered.ts';
import { SortedRuns } from './SortedRuns.ts';
import { without } from './without.ts';

/**
 * The durations of entries: single ones, ascending, each with its kind; and where there are too
 * many for that, most of them as counts per cell of the grid and kind.
 */
export type Durations = { keys: Float64Array; bins: Float64Array | null };

export const NO_DURATIONS: Durations = { keys: new Float64Array(), bins: null };

/** What was gathered, as seen at `asOf`: the age of open entries is their duration. */
export function toDurations(gathered: Gathered, asOf: Instant): Durations {
  const ended = without(gathered.ended.take(), gathered.endedLess);
  const open = agesOf(without(gathered.open.take(), gathered.openLess), asOf);
  if (gathered.bins === null && gathered.kept.length === 0) {
    return { keys: mergeTwo(ended, open), bins: null };
  }
  binAll(gathered, ended.subarray(0, Math.max(0, ended.length - KEPT)));
  binAll(gathered, open.subarray(1, Math.max(1, open.length - KEPT)));
  const kept = [
    ...gathered.kept,
    ...ended.subarray(Math.max(0, ended.length - KEPT)),
    ...open.subarray(0, 1),
    ...open.subarray(Math.max(1, open.length - KEPT)),
  ];
  return { keys: Float64Array.from(kept).sort(), bins: gathered.bins ?? new Float64Array() };
}

/** In place: moments ascend, so ages do from the end. */
function agesOf(moments: Float64Array, asOf: Instant): Float64Array {
  moments.reverse();
  for (let i = 0; i < moments.length; i += 1) {
    moments[i] = (asOf - (moments[i] as number)) * KINDS + KIND.open;
  }
  return moments;
}

/** Those of several groups together. */
export function mergeDurations(parts: readonly Durations[]): Durations {
  const [first, ...others] = parts;
  if (first === undefined) return NO_DURATIONS;
  if (others.length === 0) return first;
  return { keys: mergeLists(parts.map(({ keys }) => keys)), bins: addBins(parts) };
}

function addBins(parts: readonly Durations[]): Float64Array | null {
  const all = parts.flatMap(({ bins }) => (bins === null ? [] : [bins]));
  if (all.length === 0) return null;
  const sum = new Float64Array(Math.max(...all.map((bins) => bins.length)));
  for (const bins of all) {
    for (let i = 0; i < bins.length; i += 1) sum[i] = (sum[i] ?? 0) + (bins[i] ?? 0);
  }
  return sum;
}

function mergeLists(lists: readonly Float64Array[]): Float64Array {
  const runs = new SortedRuns();
  runs.reserve(lists.reduce((sum, list) => sum + list.length, 0));
  for (const list of lists) runs.addAll(list);
  return runs.take();
}

function mergeTwo(a: Float64Array, b: Float64Array): Float64Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged = new Float64Array(a.length + b.length);
  let i = 0;
  let j = 0;
  let to = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left <= right) {
      merged[to++] = left;
      i += 1;
    } else {
      merged[to++] = right;
      j += 1;
    }
  }
  merged.set(i < a.length ? a.subarray(i) : b.subarray(j), to);
  return merged;
}

/** Ascending ones, as counts per cell of the grid. */
function binAll(gathered: Gathered, keys: Float64Array): void {
  let cell = -1;
  let end = -1;
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as number;
    const ms = Math.floor(key / KINDS);
    if (ms > end) {
      cell = gridCell(ms);
      end = gridEnd(cell);
    }
    gathered.bin(cell, key - ms * KINDS, 1);
  }
}
