import { ratio } from '#lib/bowtie/ratio.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { TrendPoint } from '#lib/contract/trend.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { askFlows } from './askFlows.ts';
import type { Followed } from './trendQuery.ts';

type Counted = Exclude<Followed, { revenue: unknown }>;

import { isOver, type TrendScope, type TrendSeries } from './trendSeries.ts';

/** Entries by stage and number of the period. */
type Flows = Map<string, number>;

/** Entries into a stage, or the two flows of a conversion, by period. */
export async function flowTrend(
  tx: Tx,
  trend: TrendScope,
  followed: Counted,
): Promise<TrendSeries> {
  const stages = 'entries' in followed ? [followed.entries] : [followed.from, followed.to];
  const scope = { ...trend.scope, stages };
  const counts = trend.cuts.length < 2 ? [] : await askFlows(tx, scope, trend.cuts);
  const groups = new Map<string, Flows>();
  const total: Flows = new Map();
  for (const { group, stage, bucket, entries } of counts) {
    const own = groups.get(group) ?? new Map();
    groups.set(group, own);
    const key = keyOf(stage, bucket);
    own.set(key, entries);
    total.set(key, (total.get(key) ?? 0) + entries);
  }
  return {
    groups: new Map([...groups].map(([value, own]) => [value, pointsOf(trend, followed, own)])),
    total: pointsOf(trend, followed, total),
  };
}

function pointsOf(trend: TrendScope, followed: Counted, flows: Flows): TrendPoint[] {
  return trend.periods.map((period, bucket) => {
    const of = (stage: LadderStage) => flows.get(keyOf(stage, bucket)) ?? 0;
    const complete = isOver(trend, bucket);
    if ('entries' in followed) return { ...period, value: of(followed.entries), complete };
    const [base, advanced] = [of(followed.from), of(followed.to)];
    return { ...period, value: ratio(advanced, base), base, advanced, complete };
  });
}

function keyOf(stage: LadderStage, bucket: number): string {
  return `${stage} ${bucket}`;
}
