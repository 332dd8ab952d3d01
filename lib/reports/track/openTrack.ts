import { addDays, type Day, localDayOf } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { PlanTrackAnswer } from '#lib/contract/planTrack.ts';
import { type BowtieQuery, toBowtieQuery } from '#lib/contract/query.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { publishedPlan } from '../plan/publishedPlan.ts';
import { resolveQuery } from '../resolveQuery.ts';

type Track = {
  asOf: Instant;
  /** The local day of `asOf`. */
  day: Day;
  scope: QuestionScope;
  published: Awaited<ReturnType<typeof publishedPlan>>;
  meta: PlanTrackAnswer['meta'];
};

/** The moment that an answer about a plan is of, and the plan of its fiscal year. */
export async function openTrack(
  tx: Tx,
  org: Org,
  as_of: string | undefined,
  now: Date,
): Promise<Track> {
  const { asOf, scope, meta } = await resolveQuery(tx, org, queryOf(org, as_of, now), now);
  const day = localDayOf(asOf, org.timeZone);
  const { time_zone, currency, data_through } = meta;
  return {
    ...{ asOf, day, scope },
    published: await publishedPlan(tx, org, day),
    meta: { org: org.slug, as_of: meta.as_of, time_zone, currency, data_through },
  };
}

/** The day that runs, by segment, as known at a moment. */
function queryOf(org: Org, as_of: string | undefined, now: Date): BowtieQuery {
  const from = localDayOf(now.getTime(), org.timeZone);
  const shared = { clock: 'period', rule: 'implied', by: 'segment' } as const;
  return toBowtieQuery({ ...shared, from, to: addDays(from, 1), as_of });
}
