import { gridCell } from '#lib/bowtie/durationGrid.ts';
import { ByteReader } from './ByteReader.ts';
import type { ByteWriter } from './ByteWriter.ts';
import { KEPT } from './encodeCoarse.ts';
import { BY_DAY } from './encodeRun.ts';
import type { Gathered } from './Gathered.ts';

/** A byte is a day and a count; this one stands for a number behind it. */
const MANY = 7;
const DAYS = 32;

/** Longer runs are told by days where they may be: so many days take as many bytes. */
export const LONG_RUN = 4096;

type Ended = { steps: number; mark: number };

/**
 * The run of a month as counts of the grid's cells for each day: the 20 longest durations of each
 * day and all open entries stay as they are, so that any days of it can be told as a histogram.
 */
export function encodeDaysRun(out: ByteWriter, run: Uint8Array): void {
  const reader = new ByteReader(run);
  reader.byte();
  const size = reader.number();
  const step = reader.number();
  const ended: Ended[] = [];
  let steps = 0;
  for (let i = 0; i < size; i += 1) {
    steps += reader.number();
    ended.push({ steps, mark: reader.byte() });
  }
  const longest = longestOf(ended);
  const counts = new Map<number, Uint32Array>();
  for (const [i, { steps: own, mark }] of ended.entries()) {
    if (longest.has(i)) continue;
    const key = gridCell(own * step) * 8 + (mark & 7);
    const days = counts.get(key) ?? new Uint32Array(DAYS);
    counts.set(key, days);
    days[mark >> 3] = (days[mark >> 3] ?? 0) + 1;
  }
  out.byte(BY_DAY);
  writeCounts(out, counts);
  out.number(longest.size);
  out.number(step);
  let before = 0;
  for (const i of longest) {
    const one = ended[i] ?? { steps: before, mark: 0 };
    out.number(one.steps - before);
    out.byte(one.mark);
    before = one.steps;
  }
  for (const byte of run.subarray(reader.at)) out.byte(byte);
}

/** The places of the longest of each day, ascending. */
function longestOf(ended: readonly Ended[]): Set<number> {
  const found: number[] = [];
  const kept = new Uint8Array(DAYS);
  for (let i = ended.length - 1; i >= 0; i -= 1) {
    const day = (ended[i]?.mark ?? 0) >> 3;
    if ((kept[day] ?? 0) >= KEPT) continue;
    kept[day] = (kept[day] ?? 0) + 1;
    found.push(i);
  }
  return new Set(found.reverse());
}

/** How many days a cell and kind has, the step to it, and these days; no days end them. */
function writeCounts(out: ByteWriter, counts: ReadonlyMap<number, Uint32Array>): void {
  let before = 0;
  for (const [key, days] of [...counts].sort(([a], [b]) => a - b)) {
    out.number(days.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0));
    out.number(key - before);
    before = key;
    for (const [day, count] of days.entries()) {
      if (count === 0) continue;
      out.byte(day | (Math.min(count, MANY) << 5));
      if (count >= MANY) out.number(count);
    }
  }
  out.number(0);
}

/** Adds what of the counts is on days that belong to a bucket, of which there is but one. */
export function binDays(reader: ByteReader, days: Int32Array, into: Gathered): void {
  const { bytes } = reader;
  let key = 0;
  for (let left = reader.number(); left > 0; left = reader.number()) {
    key += reader.number();
    let sum = 0;
    for (let i = 0; i < left; i += 1) {
      const byte = bytes[reader.at++] as number;
      const few = byte >> 5;
      const count = few < MANY ? few : reader.number();
      if ((days[byte & 31] as number) >= 0) sum += count;
    }
    if (sum > 0) into.binned.push(key, sum);
  }
}
