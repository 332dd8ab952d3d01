import { addDays, type Day, daysBetween } from '#lib/bowtie/localDay.ts';
import { formatCents, parseCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import { type ArrOfDay, recurringRevenue } from '#lib/bowtie/recurringRevenue.ts';
import type { RecurringShare } from '#lib/contract/loop.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { hasOneOff, sumOneOff, type Told } from '#lib/store/oneOffRevenue.ts';
import type { Revenue } from './revenue.ts';

/**
 * Which part of the revenue recurs, per period and over all of them; null where no one-off revenue
 * is loaded: then only the recurring part is known, and a share of 100 % would be a claim.
 */
export async function recurringShare(
  tx: Tx,
  revenue: Revenue,
  { from, to, where }: Pick<BowtieQuery, 'from' | 'to' | 'where'>,
  periods: readonly DayRange[],
  org: Told,
): Promise<RecurringShare | null> {
  if (!(await hasOneOff(tx))) return null;
  const known = addDays(revenue.asOfDay, 1);
  const range = { from, to: to < known ? to : known };
  const arr = await arrOfDays(revenue, range);
  const sold = range.from < range.to ? await sumOneOff(tx, range, where, org) : [];
  const shareOf = (days: DayRange) => {
    const within = ({ day }: { day: Day }) => day >= days.from && day < days.to;
    const recurring = recurringRevenue(arr.filter(within));
    const oneOff = sold.filter(within).reduce((sum, { amount }) => sum + parseCents(amount), 0n);
    return {
      ...{ from: days.from, to: days.to },
      recurring: formatCents(recurring),
      one_off: formatCents(oneOff),
      share: ratio(Number(recurring), Number(recurring + oneOff)),
    };
  };
  return {
    periods: periods.map(shareOf),
    whole: shareOf({ from, to }),
    unconverted: sold.reduce((sum, one) => sum + one.unconverted, 0),
  };
}

/** The ARR of each day: the balance at the start of the next. */
async function arrOfDays(revenue: Revenue, { from, to }: DayRange): Promise<ArrOfDay[]> {
  const count = Math.max(0, daysBetween(from, to));
  if (count === 0) return [];
  const days = Array.from({ length: count }, (_, i) => addDays(from, i));
  const ranges = days.map((day) => ({ from: day, to: addDays(day, 1) }));
  const { total } = await revenue.sums({ from, to }, ranges);
  return days.map((day, i) => ({ day, arr: total.periods[i]?.end ?? 0n }));
}
