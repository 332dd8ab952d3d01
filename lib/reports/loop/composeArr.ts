import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { ArrTotal } from '#lib/contract/arr.ts';
import type { RevenueSums } from './revenue.ts';

/** Balances and movements of each period, retention over all of them. */
export function composeArr(
  { periods: sums, retention, unconverted }: RevenueSums,
  periods: readonly DayRange[],
  asOfDay: string,
): ArrTotal {
  return {
    periods: periods.flatMap((days, at) => {
      const period = sums[at];
      if (period === undefined) return [];
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
    ...retention,
    unconverted,
  };
}
