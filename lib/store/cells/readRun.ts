import { gridCell } from '#lib/bowtie/durationGrid.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { BinCounter } from './Bins.ts';
import type { ByteReader } from './ByteReader.ts';
import { KIND } from './cellFact.ts';
import { HOUR } from './encodeCoarse.ts';
import { AGED, EXACT } from './encodeRun.ts';
import { KINDS } from './kinds.ts';
import { ageBinMiddle } from './openAges.ts';
import type { SortedRuns } from './SortedRuns.ts';

/** Where what runs say is put together. */
export type RunSums = { ended: SortedRuns; open: SortedRuns; bins: BinCounter; kept: number[] };

/** Reads one run or its histogram, all of it. */
export function readRun(reader: ByteReader, into: RunSums, asOf: Instant): void {
  const kind = reader.byte();
  if (kind === EXACT) {
    readEnded(reader, into.ended);
    readMoments(reader, into.open);
    return;
  }
  readGrid(reader, into.bins);
  for (let left = reader.number(); left > 0; left -= 1) {
    const ms = reader.number();
    into.kept.push(ms * KINDS + reader.byte());
  }
  keepMoments(reader, into.kept, asOf);
  if (kind === AGED) readAges(reader, into.bins, asOf);
  else readHours(reader, into.bins, asOf);
  keepMoments(reader, into.kept, asOf);
}

/** Single entries that have come to an end, in order. */
function readEnded(reader: ByteReader, into: SortedRuns): void {
  const size = reader.number();
  const step = reader.number() * KINDS;
  const { bytes } = reader;
  let value = 0;
  into.begin(size);
  for (let i = 0; i < size; i += 1) {
    const byte = bytes[reader.at] as number;
    if (byte < 0x80) {
      value += byte;
      reader.at += 1;
    } else value += reader.number();
    into.add(value * step + ((bytes[reader.at++] as number) & 7));
  }
}

/** Ascending moments. */
function readMoments(reader: ByteReader, into: SortedRuns): void {
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

/** Single entries that have come to an end, as a list: durations with their kind. */
export function listEnded(reader: ByteReader): Float64Array {
  const size = reader.number();
  const step = reader.number() * KINDS;
  const ended = new Float64Array(size);
  let value = 0;
  for (let i = 0; i < size; i += 1) {
    value += reader.number();
    ended[i] = value * step + (reader.byte() & 7);
  }
  return ended;
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

export function readGrid(reader: ByteReader, bins: BinCounter): void {
  let key = 0;
  for (let count = reader.number(); count > 0; count = reader.number()) {
    key += reader.number();
    bins.addKey(key, count);
  }
}

function keepMoments(reader: ByteReader, kept: number[], asOf: Instant): void {
  const size = reader.number();
  if (size === 0) return;
  const step = reader.number();
  let value = 0;
  for (let i = 0; i < size; i += 1) {
    value += reader.number();
    kept.push((asOf - value * step) * KINDS + KIND.open);
  }
}

function readHours(reader: ByteReader, bins: BinCounter, asOf: Instant): void {
  const cellOf = hourCells(asOf);
  eachHour(reader, (hour, count) => bins.add(cellOf(hour), KIND.open, count));
}

/** The hours in which open entries were entered, and how many were. */
export function eachHour(reader: ByteReader, visit: (hour: number, count: number) => void): void {
  let hour = 0;
  for (let count = reader.number(); count > 0; count = reader.number()) {
    hour += reader.number();
    visit(hour, count);
  }
}

/** Bins count from the end of a stretch; the oldest goes beyond its oldest entry. */
function readAges(reader: ByteReader, bins: BinCounter, asOf: Instant): void {
  const cellOf = hourCells(asOf);
  const first = reader.number();
  const last = first + reader.number() - 1;
  eachHour(reader, (bin, count) => {
    const hour = Math.max(first, last - ageBinMiddle(bin));
    bins.add(cellOf(hour), KIND.open, count);
  });
}

/** So many hours before a moment: ten years. */
const HOURS = 87_600;
let known = { asOf: Number.NaN, first: 0, cells: new Int16Array(HOURS + 1) };

/** The cell of the age of what was entered in an hour: the same for all groups of an answer. */
function hourCells(asOf: Instant): (hour: number) => number {
  const cellOf = (hour: number) => gridCell(asOf - (hour + 0.5) * HOUR);
  if (known.asOf !== asOf) {
    const first = Math.floor(asOf / HOUR) - HOURS;
    known = { asOf, first, cells: known.cells.fill(0) };
  }
  const { first, cells } = known;
  return (hour) => {
    const at = hour - first;
    const cell = cells[at];
    if (cell === undefined || cell > 0) return cell ?? cellOf(hour);
    const found = cellOf(hour);
    if (found <= 0x7fff) cells[at] = found;
    return found;
  };
}
