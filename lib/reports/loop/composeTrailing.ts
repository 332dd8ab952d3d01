import { addDays, addMonths, type Day } from '#lib/bowtie/localDay.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { type RetentionSums, retentionOf } from '#lib/bowtie/retention.ts';
import type { LoopTrailing } from '#lib/contract/loop.ts';

const MONTHS = 12;

/**
 * The twelve months before the end of each period. A period that is still running ends for this
 * purpose with the day of `as_of`; one that has not begun has no point.
 */
export function trailingRanges(periods: readonly DayRange[], asOfDay: Day): DayRange[] {
  const known = addDays(asOfDay, 1);
  return periods
    .filter((period) => period.from < known)
    .map((period) => {
      const at = period.to < known ? period.to : known;
      return { from: addMonths(at, -MONTHS), to: at };
    });
}

/** Retention over each of these ranges, with what it divides. */
export function composeTrailing(
  ranges: readonly DayRange[],
  sums: readonly RetentionSums[],
): LoopTrailing[] {
  return ranges.flatMap(({ from, to }, index) => {
    const sum = sums[index];
    if (sum === undefined) return [];
    const base = { base_arr: formatCents(sum.base), base_customers: sum.units };
    const left = { end_arr: formatCents(sum.net), kept_arr: formatCents(sum.kept) };
    const rates = retentionOf(sum);
    return { at: to, from, ...rates, ...base, ...left, kept_customers: sum.unitsKept };
  });
}
