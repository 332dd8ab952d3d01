import type { TrendAnswer } from '#lib/contract/trend.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { cohortTrend } from './cohortTrend.ts';
import type { ReportContext } from './context.ts';
import { flowTrend } from './flowTrend.ts';
import { openRevenue } from './loop/openRevenue.ts';
import { revenueTrend } from './loop/revenueTrend.ts';
import { orderGroups } from './orderGroups.ts';
import { periodCuts } from './periodCuts.ts';
import { resolveQuery } from './resolveQuery.ts';
import { followedBy, type TrendQuery } from './trendQuery.ts';
import type { TrendSeries } from './trendSeries.ts';

/** A conversion or a stage's entries over calendar periods, of one database snapshot. */
export async function getTrend(
  { pool, org }: ReportContext,
  query: TrendQuery,
  now: Date,
): Promise<TrendAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const { scope, meta } = await resolveQuery(tx, org, query.bowtie, now);
    const followed = followedBy(query, org);
    const { by, clock, windowDays, horizonDays } = query.bowtie;
    const days = periodCuts(query.bowtie, query.grain, org);
    const trend = { scope, timeZone: org.timeZone, windowDays, horizonDays, ...days };
    const { groups, total } = await seriesOf();
    const values = by === null ? [] : orderGroups(org, by, groups.keys());
    const list = values.map((value) => ({
      key: by === null ? {} : { [by]: value },
      points: groups.get(value) ?? [],
    }));
    return { data: { groups: list, total: { points: total } }, meta };

    async function seriesOf(): Promise<TrendSeries> {
      if ('revenue' in followed) {
        const revenue = await openRevenue(tx, org, scope.asOf, query.bowtie);
        const { from, to } = query.bowtie;
        return revenueTrend(revenue, trend, { metric: followed.revenue, range: { from, to } });
      }
      const isCohort = 'from' in followed && clock === 'cohort';
      return isCohort ? cohortTrend(tx, trend, followed.from) : flowTrend(tx, trend, followed);
    }
  });
}
