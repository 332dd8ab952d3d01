import { gridCell, gridEnd } from '#lib/bowtie/durationGrid.ts';
import type { ByteWriter } from './ByteWriter.ts';
import { COARSE, encodeMoments, endedOf } from './encodeRun.ts';
import type { FactColumns } from './FactColumns.ts';

/** A default horizon is the 20th largest duration: so many are kept as they are. */
export const KEPT = 20;
export const HOUR = 3_600_000;

/**
 * The same entries as counts: ended ones per cell of the grid and kind, open ones per hour that
 * they were entered in. The longest durations stay exact: the 20 of the longest ended ones, the 20
 * oldest open ones, and the youngest.
 */
export function encodeCoarse(out: ByteWriter, facts: FactColumns, rows: Int32Array): void {
  const ended = endedOf(facts, rows);
  const kept = Math.max(0, ended - KEPT);
  out.byte(COARSE);
  encodeGrid(out, facts, rows.subarray(0, kept));
  out.number(ended - kept);
  for (const row of rows.subarray(kept, ended)) {
    out.number(facts.ms[row] ?? 0);
    out.byte(facts.kind[row] ?? 0);
  }
  const open = rows.subarray(ended);
  const oldest = Math.min(KEPT, open.length);
  const youngest = Math.max(oldest, open.length - 1);
  encodeMoments(out, facts.at, open.subarray(0, oldest));
  encodeHours(out, facts, open.subarray(oldest, youngest));
  encodeMoments(out, facts.at, open.subarray(youngest));
}

/** Pairs of a step to the next cell and kind, and a count; a count of 0 ends them. */
function encodeGrid(out: ByteWriter, facts: FactColumns, rows: Int32Array): void {
  const counts = new Map<number, number>();
  let cell = -1;
  let end = -1;
  for (const row of rows) {
    const ms = facts.ms[row] ?? 0;
    if (ms > end) {
      cell = gridCell(ms);
      end = gridEnd(cell);
    }
    const key = cell * 8 + (facts.kind[row] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let before = 0;
  for (const key of [...counts.keys()].sort((a, b) => a - b)) {
    out.number(counts.get(key) ?? 0);
    out.number(key - before);
    before = key;
  }
  out.number(0);
}

/** Pairs of a count and a step to the next hour; a count of 0 ends them. */
function encodeHours(out: ByteWriter, facts: FactColumns, rows: Int32Array): void {
  let before = 0;
  for (let i = 0; i < rows.length; ) {
    const hour = Math.floor((facts.at[rows[i] ?? 0] ?? 0) / HOUR);
    let count = 0;
    while (i < rows.length && Math.floor((facts.at[rows[i] ?? 0] ?? 0) / HOUR) === hour) {
      count += 1;
      i += 1;
    }
    out.number(count);
    out.number(hour - before);
    before = hour;
  }
  out.number(0);
}
