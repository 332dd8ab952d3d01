import { addDays, addMonths, type Day } from '#lib/bowtie/localDay.ts';
import { loopPeriod } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { retention } from '#lib/bowtie/retention.ts';
import type { LoopTrailing } from '#lib/contract/loop.ts';
import type { LoopPart } from './loopPart.ts';

const MONTHS = 12;

/**
 * Retention over the twelve months before the end of each period. A period that is still running
 * ends for this purpose with the day of `as_of`; one that has not begun has no point.
 */
export function composeTrailing(
  { units }: LoopPart,
  periods: readonly DayRange[],
  asOfDay: Day,
): LoopTrailing[] {
  const known = addDays(asOfDay, 1);
  return periods
    .filter((period) => period.from < known)
    .map((period) => {
      const at = period.to < known ? period.to : known;
      const from = addMonths(at, -MONTHS);
      const base = loopPeriod(units, { from, to: from });
      return {
        at,
        from,
        ...retention(units, { from, to: at }),
        base_arr: formatCents(base.start),
        base_customers: base.customersStart,
      };
    });
}
