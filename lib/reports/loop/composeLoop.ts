import { loopPeriod } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { RenewalTotals } from '#lib/bowtie/renewals.ts';
import type { LoopAnswer } from '#lib/contract/bowtie.ts';
import type { RevenueSums } from './revenue.ts';

const NO_PERIOD = loopPeriod([], { from: '', to: '' });

/** The loop in money over a period, as the wire tells it. */
export function composeLoop(
  { periods: [period = NO_PERIOD], retention, unconverted }: RevenueSums,
  renewals: RenewalTotals,
): LoopAnswer {
  const { due, renewed, churned, open } = renewals;
  return {
    start_arr: formatCents(period.start),
    new: formatCents(period.new),
    reactivation: formatCents(period.reactivation),
    expansion: formatCents(period.expansion),
    contraction: formatCents(period.contraction),
    churn: formatCents(period.churn),
    end_arr: formatCents(period.end),
    ...retention,
    renewals: {
      ...{ due, renewed, churned, open },
      due_arr: formatCents(renewals.dueArr),
      retained_arr: formatCents(renewals.retainedArr),
      uplift_arr: formatCents(renewals.upliftArr),
    },
    unconverted,
  };
}
