import { gridCell } from '#lib/bowtie/durationGrid.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { ByteReader } from './ByteReader.ts';
import { KIND } from './cellFact.ts';
import { HOUR } from './encodeCoarse.ts';
import { EXACT } from './encodeRun.ts';
import { type Gathered, KINDS } from './Gathered.ts';
import type { SortedRuns } from './SortedRuns.ts';

/** Reads one run or its histogram, all of it, into one bucket. */
export function readRun(reader: ByteReader, into: Gathered, asOf: Instant): void {
  if (reader.byte() === EXACT) {
    readEnded(reader, into.ended);
    readMoments(reader, into.open);
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

/** Single entries that have come to an end, in order. */
export function readEnded(reader: ByteReader, into: SortedRuns): void {
  const size = reader.number();
  const step = reader.number() * KINDS;
  let value = 0;
  into.begin(size);
  for (let i = 0; i < size; i += 1) {
    value += reader.number();
    into.add(value * step + (reader.byte() & 7));
  }
}

/** Ascending moments. */
export function readMoments(reader: ByteReader, into: SortedRuns): void {
  const size = reader.number();
  if (size === 0) return;
  const step = reader.number();
  let value = 0;
  into.begin(size);
  for (let i = 0; i < size; i += 1) {
    value += reader.number();
    into.add(value * step);
  }
}

/** Single entries as lists: durations with their kind, and the day of the month of each. */
export function listEnded(reader: ByteReader): { ended: Float64Array; days: Uint8Array } {
  const size = reader.number();
  const step = reader.number() * KINDS;
  const ended = new Float64Array(size);
  const days = new Uint8Array(size);
  let value = 0;
  for (let i = 0; i < size; i += 1) {
    value += reader.number();
    const byte = reader.byte();
    ended[i] = value * step + (byte & 7);
    days[i] = byte >> 3;
  }
  return { ended, days };
}

export function listMoments(reader: ByteReader): Float64Array {
  const size = reader.number();
  const moments = new Float64Array(size);
  if (size === 0) return moments;
  const step = reader.number();
  let value = 0;
  for (let i = 0; i < size; i += 1) {
    value += reader.number();
    moments[i] = value * step;
  }
  return moments;
}

function readGrid(reader: ByteReader, into: Gathered): void {
  let key = 0;
  for (let count = reader.number(); count > 0; count = reader.number()) {
    key += reader.number();
    into.bin(key >> 3, key & 7, count);
  }
}

function keepMoments(reader: ByteReader, into: Gathered, asOf: Instant): void {
  for (const at of listMoments(reader)) into.kept.push((asOf - at) * KINDS + KIND.open);
}

function readHours(reader: ByteReader, into: Gathered, asOf: Instant): void {
  let hour = 0;
  for (let count = reader.number(); count > 0; count = reader.number()) {
    hour += reader.number();
    into.bin(gridCell(asOf - (hour + 0.5) * HOUR), KIND.open, count);
  }
}
