import { addDays, addMonths, type Day } from '#lib/bowtie/localDay.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import { type CalendarRules, periodStart, periodsOf } from '#lib/bowtie/periods.ts';
import type { LoopCohort } from '#lib/contract/loop.ts';
import type { Revenue } from './revenue.ts';

type Grain = 'month' | 'quarter';
type Range = { to: Day; grain: Grain };

/** As many rows as a page can show: three years of quarters, a year and a half of months. */
const MONTHS_BACK = { month: 17, quarter: 33 };

/** The latest start cohorts up to the end of the asked period, each to its latest ended period. */
export async function composeCohorts(
  revenue: Revenue,
  { to, grain }: Range,
  calendar: CalendarRules,
): Promise<LoopCohort[]> {
  const until = addDays(revenue.asOfDay, 1);
  const last = addDays(to < until ? to : until, -1);
  const from = addMonths(periodStart(last, grain, calendar), -MONTHS_BACK[grain]);
  const end = addMonths(periodStart(last, grain, calendar), grain === 'month' ? 1 : 3);
  const periods = periodsOf({ from, to: end }, grain, calendar);
  const cohorts = await revenue.cohorts(periods, until);
  return cohorts
    .filter((cohort) => cohort.units > 0 && cohort.cells.length > 0)
    .map((cohort) => ({
      from: cohort.from,
      to: cohort.to,
      customers: cohort.units,
      start_arr: formatCents(cohort.startArr),
      cells: cohort.cells.map(({ arr, kept, units: customers }) => ({
        arr: formatCents(arr),
        kept: formatCents(kept),
        customers,
      })),
    }));
}
