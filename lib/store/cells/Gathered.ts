import { gridCell } from '#lib/bowtie/durationGrid.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { ByteReader } from './ByteReader.ts';
import { CentsSum } from './CentsSum.ts';
import { KIND } from './cellFact.ts';
import { HOUR } from './encodeCoarse.ts';
import { EXACT } from './encodeRun.ts';

/** Entries of one duration and kind as one number, so that sorting it sorts by duration first. */
export const KINDS = 8;

/** Which bucket a day of a month falls into; -1: into none. */
export type DayBuckets = Int32Array;

/** What cells, changes and entries say of one bucket and group, until it becomes counts. */
export class Gathered {
  entries = 0;
  implied = 0;
  unconverted = 0;
  readonly cents = new CentsSum();
  /** Ascending lists of duration and kind, and of the moments open entries were entered at. */
  readonly ended: Float64Array[] = [];
  readonly open: Float64Array[] = [];
  readonly endedLess: number[] = [];
  readonly openLess: number[] = [];
  /** Counts per cell of the grid and kind. */
  bins: Float64Array | null = null;
  /** Single ones beside the bins, in no order. */
  readonly kept: number[] = [];

  addSums(entries: number, implied: number, unconverted: number, cents: number | bigint): void {
    this.entries += entries;
    this.implied += implied;
    this.unconverted += unconverted;
    this.cents.add(cents);
  }

  bin(cell: number, kind: number, count: number): void {
    const key = cell * KINDS + kind;
    let bins = this.bins ?? new Float64Array(1 << 14);
    if (key >= bins.length) {
      const grown = new Float64Array((key + KINDS) * 2);
      grown.set(bins);
      bins = grown;
    }
    bins[key] = (bins[key] ?? 0) + count;
    this.bins = bins;
  }
}

/** Reads one run or its histogram, all of it, into one bucket. */
export function readWhole(reader: ByteReader, into: Gathered, asOf: Instant): void {
  if (reader.byte() === EXACT) {
    const { ended } = readEnded(reader, false);
    if (ended.length > 0) into.ended.push(ended);
    const open = readMoments(reader);
    if (open.length > 0) into.open.push(open);
    return;
  }
  readGrid(reader, into);
  for (let left = reader.number(); left > 0; left -= 1) {
    const ms = reader.number();
    into.kept.push(ms * KINDS + reader.byte());
  }
  keepMoments(reader, into, asOf);
  readHours(reader, into, asOf);
  keepMoments(reader, into, asOf);
}

function readGrid(reader: ByteReader, into: Gathered): void {
  let key = 0;
  for (let count = reader.number(); count > 0; count = reader.number()) {
    key += reader.number();
    into.bin(key >> 3, key & 7, count);
  }
}

function keepMoments(reader: ByteReader, into: Gathered, asOf: Instant): void {
  for (const at of readMoments(reader)) into.kept.push((asOf - at) * KINDS + KIND.open);
}

function readHours(reader: ByteReader, into: Gathered, asOf: Instant): void {
  let hour = 0;
  for (let count = reader.number(); count > 0; count = reader.number()) {
    hour += reader.number();
    into.bin(gridCell(asOf - (hour + 0.5) * HOUR), KIND.open, count);
  }
}

const NO_DAYS = new Uint8Array();

/** Ended entries in order, with the days that they were entered on where these are wanted. */
export function readEnded(
  reader: ByteReader,
  wantsDays: boolean,
): { ended: Float64Array; days: Uint8Array } {
  const size = reader.number();
  const step = reader.number() * KINDS;
  const ended = new Float64Array(size);
  const days = wantsDays ? new Uint8Array(size) : NO_DAYS;
  let value = 0;
  for (let i = 0; i < size; i += 1) {
    value += reader.number();
    const byte = reader.byte();
    ended[i] = value * step + (byte & 7);
    if (wantsDays) days[i] = byte >> 3;
  }
  return { ended, days };
}

const NONE = new Float64Array();

export function readMoments(reader: ByteReader): Float64Array {
  const size = reader.number();
  if (size === 0) return NONE;
  const step = reader.number();
  const moments = new Float64Array(size);
  let value = 0;
  for (let i = 0; i < size; i += 1) {
    value += reader.number();
    moments[i] = value * step;
  }
  return moments;
}
