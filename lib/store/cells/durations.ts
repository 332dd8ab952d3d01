import { gridCell, gridEnd } from '#lib/bowtie/durationGrid.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { BinCounter, type Bins } from './Bins.ts';
import { ByteReader } from './ByteReader.ts';
import { KIND } from './cellFact.ts';
import { KEPT } from './encodeCoarse.ts';
import type { Gathered } from './Gathered.ts';
import { KINDS } from './kinds.ts';
import { readRun } from './readRun.ts';
import { SortedRuns } from './SortedRuns.ts';
import { without } from './without.ts';

/**
 * The durations of entries: single ones, ascending, each with its kind; and where there are too
 * many for that, most of them as counts per cell of the grid and kind.
 */
export type Durations = { keys: Float64Array; bins: Bins | null };

export const NO_DURATIONS: Durations = { keys: new Float64Array(), bins: null };

/**
 * TRICKY: one of each for all that is ever gathered, none of which is interrupted. An answer is
 * made of dozens; new memory for each keeps the garbage collector busier than the counting is.
 */
const sums = { ended: new SortedRuns(), open: new SortedRuns(), bins: new BinCounter() };

/** What was gathered, as seen at `asOf`: the age of open entries is their duration. */
export function toDurations(gathered: Gathered, asOf: Instant): Durations {
  const { kept, bins } = { kept: [...gathered.kept], bins: sums.bins };
  const all = { ended: sums.ended.clear(), open: sums.open.clear() };
  all.ended.addRuns(gathered.ended);
  all.open.addRuns(gathered.open);
  for (const run of gathered.packed) {
    const reader = new ByteReader(run);
    while (!reader.done) readRun(reader, { ...all, bins, kept }, asOf);
  }
  for (let i = 0; i < gathered.binned.length; i += 2) {
    bins.addKey(gathered.binned[i] ?? 0, gathered.binned[i + 1] ?? 0);
  }
  const { list: ended, missing } = without(all.ended.take(), gathered.endedLess);
  const open = agesOf(without(all.open.take(), gathered.openLess).list, asOf);
  if (kept.length === 0 && bins.isEmpty) return { keys: mergeTwo(ended, open), bins: null };
  binAll(bins, ended.subarray(0, Math.max(0, ended.length - KEPT)));
  binAll(bins, open.subarray(1, Math.max(1, open.length - KEPT)));
  for (const key of missing) forget(key, kept, bins);
  for (const key of ended.subarray(Math.max(0, ended.length - KEPT))) kept.push(key);
  for (const key of open.subarray(0, 1)) kept.push(key);
  for (const key of open.subarray(Math.max(1, open.length - KEPT))) kept.push(key);
  return { keys: Float64Array.from(kept).sort(), bins: bins.take() };
}

/** What is gone was a single one, or one of a cell. */
function forget(key: number, kept: number[], bins: BinCounter): void {
  const at = kept.indexOf(key);
  if (at >= 0) kept.splice(at, 1);
  else bins.add(gridCell(Math.floor(key / KINDS)), key % KINDS, -1);
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

function addBins(parts: readonly Durations[]): Bins | null {
  const all = parts.flatMap(({ bins }) => (bins === null ? [] : [bins]));
  if (all.length === 0) return null;
  for (const bins of all) sums.bins.addAll(bins);
  return sums.bins.take();
}

function mergeLists(lists: readonly Float64Array[]): Float64Array {
  const runs = new SortedRuns();
  runs.reserve(lists.reduce((sum, list) => sum + list.length, 0));
  for (const list of lists) runs.addAll(list);
  return runs.take();
}

/** Always a list of its own: what it is made of is used again. */
function mergeTwo(a: Float64Array, b: Float64Array): Float64Array {
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
function binAll(bins: BinCounter, keys: Float64Array): void {
  let cell = -1;
  let end = -1;
  for (let i = 0; i < keys.length; i += 1) {
    const key = keys[i] as number;
    const ms = Math.floor(key / KINDS);
    if (ms > end) {
      cell = gridCell(ms);
      end = gridEnd(cell);
    }
    bins.add(cell, key - ms * KINDS, 1);
  }
}
