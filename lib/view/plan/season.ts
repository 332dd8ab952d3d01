import { sharesOf } from '#lib/bowtie/plan/flow.ts';
import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import type { PlanInput, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';

const YEAR = 12;

/** Weights of January to December as those of a plan's months, which sum to 1. */
export function seasonOfYear(
  weights: readonly number[],
  start: string,
  months: number,
): number[] | undefined {
  const own = Array.from({ length: months }, (_, m) => weights[calendarMonth(start, m)] ?? 0);
  return own.some((one) => one > 0) ? sharesOf(own) : undefined;
}

/** A bar of the season: a calendar month, its share, and the place it has in the year. */
export type SeasonBar = { month: string; place: number; share: number };

/** Each calendar month of a plan once, in the order of the plan; their shares sum to 1. */
export function seasonBars(
  { seasonality }: Pick<PlanSegment, 'seasonality'>,
  { start, months }: Pick<PlanInput, 'start' | 'months'>,
): SeasonBar[] {
  const length = Math.min(YEAR, months);
  const all = Array.from({ length }, (_, m) => seasonality?.[m] ?? (seasonality ? 0 : 1));
  const shares = sharesOf(all);
  return shares.map((share, m) => ({
    ...{ month: `${planMonth(start, m)}-01`, place: calendarMonth(start, m), share },
  }));
}

/**
 * The bars as twelve weights from January on, in ten-thousandths; a month that a short plan does
 * not have is as strong as its average.
 */
export function yearOfBars(bars: readonly SeasonBar[], shares: readonly number[]): number[] {
  const mean = shares.reduce((sum, one) => sum + one, 0) / Math.max(1, shares.length);
  return Array.from({ length: YEAR }, (_, place) => {
    const at = bars.findIndex((bar) => bar.place === place);
    return Math.round((at === -1 ? mean : (shares[at] ?? 0)) * 10_000);
  });
}

function calendarMonth(start: string, m: number): number {
  return (Number(start.slice(5, 7)) - 1 + m) % YEAR;
}
