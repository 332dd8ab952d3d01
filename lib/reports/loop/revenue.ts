import type { LoopPeriod } from '#lib/bowtie/loopMovements.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { RenewalTotals } from '#lib/bowtie/renewals.ts';
import type { Retention } from '#lib/bowtie/retention.ts';

/** Recurring revenue of one group, or of all that the filters let through. */
export type RevenueSums = {
  periods: readonly LoopPeriod[];
  retention: Retention;
  unconverted: number;
};

/** The total, and every group that a contract or revenue lies in. */
export type Grouped<T> = { total: T; groups: Map<string, T> };

export type Revenue = {
  asOfDay: string;
  hasContracts: boolean;
  sums: (range: DayRange, periods: readonly DayRange[]) => Promise<Grouped<RevenueSums>>;
  renewals: (range: DayRange) => Promise<Grouped<RenewalTotals>>;
};
