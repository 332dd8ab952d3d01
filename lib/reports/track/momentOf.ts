import { addDays, addMonths, type Day, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';

/** Months of the plan that have begun, and how much of the last of them and of all has passed. */
export type Moment = { begun: number; inMonth: number; elapsed: number };

type Span = { start: Day; months: number };

/** Where an instant lies in a plan; before and after it, its start and its end. */
export function momentOf({ start, months }: Span, asOf: Instant, timeZone: string): Moment {
  const at = (day: Day) => startOfLocalDay(day, timeZone);
  const share = (from: Instant, to: Instant) => {
    return Math.min(1, Math.max(0, (asOf + 1 - from) / (to - from)));
  };
  const cuts = Array.from({ length: months + 1 }, (_, i) => at(addMonths(start, i)));
  const begun = cuts.slice(0, months).filter((cut) => cut <= asOf).length;
  const [from, to] = [cuts[begun - 1], cuts[begun]];
  const inMonth = from === undefined || to === undefined ? 0 : share(from, to);
  return { begun, inMonth, elapsed: share(at(start), at(addMonths(start, months))) };
}

/** The month of the plan that runs, after it the last one: the months before it tell its pace. */
export function pacedMonth(start: Day, begun: number, asOf: Instant, timeZone: string): Day {
  const day = localDayOf(asOf, timeZone);
  const last = begun === 0 ? day : addDays(addMonths(start, begun), -1);
  return `${(day < last ? day : last).slice(0, 8)}01`;
}
