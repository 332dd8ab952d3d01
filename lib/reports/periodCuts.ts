import { startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { type DayRange, type Grain, periodsOf } from '#lib/bowtie/periods.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { Refusal } from '#lib/contract/errors.ts';
import type { Org } from '#lib/store/orgs.ts';

/** More points than a chart can show are a slip of the pen. */
const MOST = 1500;

/** The calendar periods of a range, and the instants at which they begin and end. */
export function periodCuts(
  range: DayRange,
  grain: Grain,
  org: Org,
): { periods: DayRange[]; cuts: Instant[] } {
  const days = (Date.parse(range.to) - Date.parse(range.from)) / 86_400_000;
  const shortest = { day: 1, week: 7, month: 28, quarter: 90 }[grain];
  if (days / shortest > MOST) {
    const message = `gives more than ${MOST} periods; take a coarser one or a shorter range`;
    throw new Refusal('invalid_request', `grain: ${message}`, [{ path: 'grain', message }]);
  }
  const periods = periodsOf(range, grain, org);
  const cuts = [range.from, ...periods.map((period) => period.to)];
  return { periods, cuts: cuts.map((day) => startOfLocalDay(day, org.timeZone)) };
}
