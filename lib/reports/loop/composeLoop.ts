import { loopPeriod } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { renewalTotals } from '#lib/bowtie/renewals.ts';
import { retention } from '#lib/bowtie/retention.ts';
import type { LoopAnswer } from '#lib/contract/bowtie.ts';
import { countUnconverted, type LoopPart } from './loopPart.ts';

/** The loop in money over a period, as the wire tells it. */
export function composeLoop(part: LoopPart, range: DayRange, asOfDay: string): LoopAnswer {
  const period = loopPeriod(part.units, range);
  const renewals = renewalTotals(part.successions, range, asOfDay);
  const { due, renewed, churned, open } = renewals;
  return {
    start_arr: formatCents(period.start),
    new: formatCents(period.new),
    reactivation: formatCents(period.reactivation),
    expansion: formatCents(period.expansion),
    contraction: formatCents(period.contraction),
    churn: formatCents(period.churn),
    end_arr: formatCents(period.end),
    ...retention(part.units, range),
    renewals: {
      ...{ due, renewed, churned, open },
      due_arr: formatCents(renewals.dueArr),
      retained_arr: formatCents(renewals.retainedArr),
      uplift_arr: formatCents(renewals.upliftArr),
    },
    unconverted: countUnconverted(part, range),
  };
}
