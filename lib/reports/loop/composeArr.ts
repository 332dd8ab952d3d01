import { loopPeriod } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { retention } from '#lib/bowtie/retention.ts';
import type { ArrTotal } from '#lib/contract/arr.ts';
import { countUnconverted, type LoopPart } from './loopPart.ts';

/** Balances and movements of each period, retention over all of them. */
export function composeArr(
  part: LoopPart,
  range: DayRange,
  periods: readonly DayRange[],
  asOfDay: string,
): ArrTotal {
  return {
    periods: periods.map((days) => {
      const period = loopPeriod(part.units, days);
      return {
        ...days,
        start: formatCents(period.start),
        new: formatCents(period.new),
        reactivation: formatCents(period.reactivation),
        expansion: formatCents(period.expansion),
        contraction: formatCents(period.contraction),
        churn: formatCents(period.churn),
        end: formatCents(period.end),
        customers_start: period.customersStart,
        customers_end: period.customersEnd,
        final: days.to <= asOfDay,
      };
    }),
    ...retention(part.units, range),
    unconverted: countUnconverted(part, range),
  };
}
