import { formatCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { retentionOf } from '#lib/bowtie/retention.ts';
import type { RevenueMetric } from '../trendQuery.ts';
import { isOver, type TrendScope, type TrendSeries } from '../trendSeries.ts';
import type { Grouped, Revenue } from './revenue.ts';

/** Recurring revenue at the end of each period, or its retention over the period. */
export async function revenueTrend(
  revenue: Revenue,
  trend: TrendScope,
  { metric, range }: Asked,
): Promise<TrendSeries> {
  const { total, groups } = await valuesOf(revenue, trend, { metric, range });
  const toPoints = (values: readonly (number | null)[]) =>
    trend.periods.map((period, bucket) => ({
      ...period,
      value: values[bucket] ?? null,
      complete: isOver(trend, bucket),
    }));
  return {
    groups: new Map([...groups].map(([value, own]) => [value, toPoints(own)])),
    total: toPoints(total),
  };
}

type Asked = { metric: RevenueMetric; range: DayRange };
type Values = (number | null)[];

async function valuesOf(
  revenue: Revenue,
  { periods }: TrendScope,
  { metric, range }: Asked,
): Promise<Grouped<Values>> {
  const sums = await revenue.sums(range, periods);
  if (metric === 'arr') {
    return each(sums, (own) => own.periods.map(({ end }) => Number(formatCents(end))));
  }
  const { total, groups } = await revenue.retentions(periods);
  const toValues = (own: typeof total | undefined): Values =>
    periods.map((_, bucket) => {
      const sum = own?.[bucket];
      return sum === undefined ? null : retentionOf(sum)[metric];
    });
  // A group that nobody ever paid in has its points too.
  const names = [...sums.groups.keys()];
  return {
    total: toValues(total),
    groups: new Map(names.map((value) => [value, toValues(groups.get(value))])),
  };
}

function each<T, V>({ total, groups }: Grouped<T>, of: (one: T) => V): Grouped<V> {
  return {
    total: of(total),
    groups: new Map([...groups].map(([value, one]) => [value, of(one)])),
  };
}
