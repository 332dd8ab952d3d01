import type { ByteWriter } from './ByteWriter.ts';
import { KIND } from './cellFact.ts';
import type { FactColumns } from './FactColumns.ts';

/** The first byte of a run says what it is. */
export const EXACT = 0;
export const COARSE = 1;
/** Of a stretch: open entries are in bins that widen with their age. */
export const AGED = 2;
/** Of a month by days: most of what has come to an end is counts. */
export const BY_DAY = 3;

/** Times of logs are whole seconds, those of files often whole days. */
const STEPS = [86_400_000, 3_600_000, 60_000, 1000];

/** The largest step that all of these are whole multiples of. */
function stepOf(values: Float64Array, rows: Int32Array, from: number, to: number): number {
  return STEPS.find((step) => everyMultiple(step, values, rows, from, to)) ?? 1;
}

function everyMultiple(
  step: number,
  values: Float64Array,
  rows: Int32Array,
  from: number,
  to: number,
): boolean {
  for (let i = from; i < to; i += 1) if ((values[rows[i] ?? 0] ?? 0) % step !== 0) return false;
  return true;
}

/** Ended entries by duration and kind, then open ones by time: the order of a run. */
export function runOrder(facts: FactColumns): Int32Array {
  const { at, ms, kind, size } = facts;
  const rows = Int32Array.from({ length: size }, (_, row) => row);
  const last = (row: number) => ((kind[row] ?? 0) >= KIND.open ? 1 : 0);
  return rows.sort((a, b) => {
    const open = last(a) - last(b);
    if (open !== 0) return open;
    if (last(a) === 1) return (at[a] ?? 0) - (at[b] ?? 0);
    return (ms[a] ?? 0) - (ms[b] ?? 0) || (kind[a] ?? 0) - (kind[b] ?? 0);
  });
}

/** How many of the rows, in the order of a run, have come to an end. */
export function endedOf(facts: FactColumns, rows: Int32Array): number {
  let ended = 0;
  while (ended < rows.length && (facts.kind[rows[ended] ?? 0] ?? 0) < KIND.open) ended += 1;
  return ended;
}

/**
 * Every duration exactly: of ended entries the steps from one to the next, each with its kind and
 * the day of the month it was entered on; of open ones the moments they were entered at.
 */
export function encodeRun(
  out: ByteWriter,
  facts: FactColumns,
  rows: Int32Array,
  days: Uint8Array,
): void {
  const { ms, at, kind } = facts;
  const ended = endedOf(facts, rows);
  out.byte(EXACT);
  const step = stepOf(ms, rows, 0, ended);
  out.number(ended);
  out.number(step);
  let before = 0;
  for (let i = 0; i < ended; i += 1) {
    const row = rows[i] ?? 0;
    const value = (ms[row] ?? 0) / step;
    out.number(value - before);
    out.byte((kind[row] ?? 0) | ((days[row] ?? 0) << 3));
    before = value;
  }
  encodeMoments(out, at, rows.subarray(ended));
}

/** Ascending moments. */
export function encodeMoments(out: ByteWriter, at: Float64Array, rows: Int32Array): void {
  out.number(rows.length);
  if (rows.length === 0) return;
  const step = stepOf(at, rows, 0, rows.length);
  out.number(step);
  let before = 0;
  for (const row of rows) {
    const value = (at[row] ?? 0) / step;
    out.number(value - before);
    before = value;
  }
}
