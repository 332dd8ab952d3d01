import type { Day } from '#lib/bowtie/localDay.ts';
import type { ArrMovement, LoopPeriod } from '#lib/bowtie/loopMovements.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Renewal, RenewalTotals } from '#lib/bowtie/renewals.ts';
import type { Retention, RetentionSums } from '#lib/bowtie/retention.ts';
import type { RetentionCohort } from '#lib/bowtie/retentionCohorts.ts';
import type { DueAsked, DuePage } from '#lib/store/dueTerms.ts';
import type { MovedAccount } from '#lib/store/movedAccounts.ts';
import type { PayingAccount } from '#lib/store/payingAccounts.ts';

/** Recurring revenue of one group, or of all that the filters let through. */
export type RevenueSums = {
  periods: readonly LoopPeriod[];
  retention: Retention;
  unconverted: number;
};

/** The total, and every group that a contract or revenue lies in. */
export type Grouped<T> = { total: T; groups: Map<string, T> };

/** What can be asked of recurring revenue, as known at the end of a day. */
export type Revenue = {
  asOfDay: Day;
  source: 'contracts' | 'events' | 'none';
  sums: (range: DayRange, periods: readonly DayRange[]) => Promise<Grouped<RevenueSums>>;
  /** One for each range; the ranges follow each other, from and to. */
  retentions: (ranges: readonly DayRange[]) => Promise<Grouped<readonly RetentionSums[]>>;
  /** Of the total, up to `until`, which is not after the end of the day. */
  cohorts: (periods: readonly DayRange[], until: Day) => Promise<RetentionCohort[]>;
  renewals: (range: DayRange) => Promise<Grouped<RenewalTotals>>;
  /** The contracts of the total that fall due, in no order. */
  due: (range: DayRange) => Promise<Renewal[]>;
  /** The same page by page; null where all of them are there at once. */
  duePages: {
    page: (asked: DueAsked, page: DuePage) => Promise<Renewal[]>;
    count: (asked: DueAsked) => Promise<number>;
  } | null;
  /** The accounts of the total that moved so. */
  moved: (movement: ArrMovement, range: DayRange) => Promise<MovedAccount[]>;
  /** The accounts of the total that retention over the range is about. */
  paying: (range: DayRange) => Promise<PayingAccount[]>;
  /** Accounts, whatever the filters, whose ARR fell after `since` without ending. */
  shrunk: (since: Day) => Promise<Set<string>>;
};
