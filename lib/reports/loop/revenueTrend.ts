import { balanceAt } from '#lib/bowtie/arrSteps.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import { retention } from '#lib/bowtie/retention.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { TrendPoint } from '#lib/contract/trend.ts';
import type { RevenueMetric } from '../trendQuery.ts';
import { isOver, type TrendScope, type TrendSeries } from '../trendSeries.ts';
import { groupLoop, type LoopPart, totalLoop } from './loopPart.ts';
import type { LoopFacts } from './readLoop.ts';

/** Recurring revenue at the end of each period, or its retention over the period. */
export function revenueTrend(
  facts: LoopFacts,
  trend: TrendScope,
  { by, where }: BowtieQuery,
  metric: RevenueMetric,
): TrendSeries {
  const parts = by === null ? new Map<string, LoopPart>() : groupLoop(facts, where, by);
  return {
    groups: new Map([...parts].map(([value, part]) => [value, pointsOf(part, trend, metric)])),
    total: pointsOf(totalLoop(facts, where), trend, metric),
  };
}

function pointsOf({ units }: LoopPart, trend: TrendScope, metric: RevenueMetric): TrendPoint[] {
  return trend.periods.map((period, bucket) => {
    const value = metric === 'arr' ? arrAt(units, period.to) : retention(units, period)[metric];
    return { ...period, value, complete: isOver(trend, bucket) };
  });
}

function arrAt(units: LoopPart['units'], day: string): number {
  const cents = units.reduce((sum, steps) => sum + balanceAt(steps, day), 0n);
  return Number(formatCents(cents));
}
