import type { ByteReader } from './ByteReader.ts';
import { binEnded } from './binEnded.ts';
import { binDays } from './daysRun.ts';
import { BY_DAY } from './encodeRun.ts';
import type { Gathered } from './Gathered.ts';
import { KINDS } from './kinds.ts';
import { type Cut, dayOf } from './planMonths.ts';
import { listMoments } from './readRun.ts';
import type { SortedRuns } from './SortedRuns.ts';

type Of = (bucket: number) => Gathered;

/** One of each for all runs, none of which is interrupted. */
let values = new Float64Array(1 << 12);
let buckets = new Int32Array(1 << 12);

/** The bucket of a question that has no other. */
const ONLY = 0;

/**
 * The entries of an exact run on those days that belong to a bucket. `isBinned`: there is but one,
 * and durations need not be exact; they are counts of the grid's cells at once, or are already.
 */
export function readCutRun(reader: ByteReader, cut: Cut, of: Of, isBinned: boolean): void {
  const kind = reader.byte();
  if (kind === BY_DAY) binDays(reader, cut.days, of(ONLY));
  if (isBinned) binEnded(reader, cut.days, of(ONLY));
  else addParted(readDays(reader, cut.days), (bucket) => of(bucket).ended);
  const open = listMoments(reader);
  reserve(open.length);
  let kept = 0;
  for (const at of open) {
    const bucket = cut.days[dayOf(cut.starts, at)] ?? -1;
    if (bucket < 0) continue;
    values[kept] = at;
    buckets[kept++] = bucket;
  }
  addParted(kept, (bucket) => of(bucket).open);
}

function reserve(size: number): void {
  if (values.length >= size) return;
  values = new Float64Array(size * 2);
  buckets = new Int32Array(size * 2);
}

/** Puts the ended ones of a bucket's days into `values`: how many there are. */
function readDays(reader: ByteReader, days: Int32Array): number {
  const size = reader.number();
  const step = reader.number() * KINDS;
  reserve(size);
  const { bytes } = reader;
  let value = 0;
  let kept = 0;
  for (let i = 0; i < size; i += 1) {
    const byte = bytes[reader.at] as number;
    if (byte < 0x80) {
      value += byte;
      reader.at += 1;
    } else value += reader.number();
    const mark = bytes[reader.at++] as number;
    const bucket = days[mark >> 3] as number;
    if (bucket < 0) continue;
    values[kept] = value * step + (mark & 7);
    buckets[kept++] = bucket;
  }
  return kept;
}

/** Ascending values, those of each bucket as a run of its own. */
function addParted(size: number, runsOf: (bucket: number) => SortedRuns): void {
  const counts = new Map<number, number>();
  for (let i = 0; i < size; ) {
    const bucket = buckets[i] as number;
    const from = i;
    while (i < size && buckets[i] === bucket) i += 1;
    counts.set(bucket, (counts.get(bucket) ?? 0) + i - from);
  }
  if (counts.size === 1) {
    runsOf(buckets[0] as number).addAll(values.subarray(0, size));
    return;
  }
  const runs = new Map<number, SortedRuns>();
  for (const [bucket, count] of counts) {
    const own = runsOf(bucket);
    own.begin(count);
    runs.set(bucket, own);
  }
  for (let i = 0; i < size; i += 1) runs.get(buckets[i] as number)?.add(values[i] as number);
}
