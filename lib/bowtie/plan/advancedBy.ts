import type { DurationHistogram } from '../durationHistogram.ts';
import { DAY_MS } from '../entryOutcome.ts';

/**
 * The age in days by which this share of the entries that advanced had done so; null where none
 * did.
 * @example
 * const cells = [1, 2, 9].map((days) => ({ ...EMPTY_CELL, ms: days * DAY_MS, advanced: 1 }));
 * advancedBy(durationHistogram(cells), 0.5) // => 2
 * advancedBy(durationHistogram([]), 0.5) // => null
 */
export function advancedBy({ ms, advanced }: DurationHistogram, share: number): number | null {
  let all = 0;
  for (let i = 0; i < advanced.length; i += 1) all += advanced[i] ?? 0;
  if (all === 0) return null;
  let sum = 0;
  for (let i = 0; i < advanced.length; i += 1) {
    sum += advanced[i] ?? 0;
    if (sum >= share * all) return (ms[i] ?? 0) / DAY_MS;
  }
  return null;
}
