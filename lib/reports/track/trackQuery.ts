import { addDays, localDayOf } from '#lib/bowtie/localDay.ts';
import { type BowtieQuery, toBowtieQuery } from '#lib/contract/query.ts';
import type { Org } from '#lib/store/orgs.ts';

/** The question behind a plan's answers: the day that runs, by segment, as known at a moment. */
export function trackQuery(org: Org, as_of: string | undefined, now: Date): BowtieQuery {
  const from = localDayOf(now.getTime(), org.timeZone);
  const shared = { clock: 'period', rule: 'implied', by: 'segment' } as const;
  return toBowtieQuery({ ...shared, from, to: addDays(from, 1), as_of });
}
