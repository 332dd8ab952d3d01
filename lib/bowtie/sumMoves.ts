import type { ArrStep } from './arrSteps.ts';
import { arrChanges } from './loopMovements.ts';
import type { DayRange } from './periods.ts';
import type { MoveSum } from './periodsOfMoves.ts';

const CUSTOMERS = { new: 1, reactivation: 1, expansion: 0, contraction: 0, churn: -1 } as const;

function emptySum(bucket: number): MoveSum {
  const none = { new: 0n, reactivation: 0n, expansion: 0n, contraction: 0n, churn: 0n };
  return { bucket, ...none, customers: 0 };
}

/**
 * The movements of units, summed for `periodsOfMoves`: bucket 0 lies before the first period, n is
 * the nth period. The periods follow each other without a gap; what lies behind them is left out.
 * Source: definitions, section 7.
 * @example
 * const unit = [{ day: '2025-12-05', arr: 100n }, { day: '2026-01-09', arr: 0n }];
 * const january = { from: '2026-01-01', to: '2026-02-01' };
 * const [before, first] = sumMoves([unit], [january]);
 * [before.new, before.customers, first.churn, first.customers] // => [100n, 1, 100n, -1]
 */
export function sumMoves(
  units: Iterable<readonly ArrStep[]>,
  periods: readonly DayRange[],
): MoveSum[] {
  const cuts = [periods[0]?.from ?? '', ...periods.map(({ to }) => to)];
  const sums = cuts.map((_, bucket) => emptySum(bucket));
  for (const steps of units) {
    let bucket = 0;
    for (const { day, movement, amount } of arrChanges(steps)) {
      while (bucket < cuts.length && day >= (cuts[bucket] ?? '')) bucket += 1;
      const sum = sums[bucket];
      if (sum === undefined) break;
      sum[movement] += amount;
      sum.customers += CUSTOMERS[movement];
    }
  }
  return sums;
}
