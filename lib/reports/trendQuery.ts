import type { z } from 'zod';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { Refusal } from '#lib/contract/errors.ts';
import { type BowtieQuery, type Grain, toBowtieQuery } from '#lib/contract/query.ts';
import type { trendParams } from '#lib/contract/trend.ts';
import type { Org } from '#lib/store/orgs.ts';
import { findConversion } from './recordSelector.ts';

export type TrendQuery = {
  bowtie: BowtieQuery;
  grain: Grain;
  conversion: string | null;
  metric: string | null;
};

export function toTrendQuery(params: z.output<typeof trendParams>): TrendQuery {
  const { grain, conversion = null, metric = null } = params;
  return { bowtie: toBowtieQuery({ ...params, compare: 'none' }), grain, conversion, metric };
}

export const REVENUE_METRICS = ['arr', 'nrr', 'grr', 'logo_retention'] as const;
export type RevenueMetric = (typeof REVENUE_METRICS)[number];

/** What a trend follows: a conversion, the entries into a stage, or recurring revenue. */
export type Followed =
  | { from: LadderStage; to: LadderStage }
  | { entries: LadderStage }
  | { revenue: RevenueMetric };

/** Refuses what this version cannot follow, with the field named. */
export function followedBy({ bowtie, conversion, metric }: TrendQuery, org: Org): Followed {
  if (bowtie.clock === 'snapshot') throw refusal('clock', 'a trend is of cohorts or of periods');
  if (conversion !== null && metric !== null) {
    throw refusal('metric', 'cannot be combined with "conversion"');
  }
  if (conversion !== null) {
    const [from, to] = findConversion(conversion, org);
    return { from, to };
  }
  if (metric === null) throw refusal('conversion', 'choose a conversion or a metric');
  const entries = org.stages.find((stage) => metric === `entries:${stage}`);
  if (entries !== undefined) return { entries };
  const revenue = REVENUE_METRICS.find((one) => one === metric);
  if (revenue !== undefined) return { revenue };
  const choice = [...org.stages.map((stage) => `entries:${stage}`), ...REVENUE_METRICS].join(', ');
  throw refusal('metric', `must be one of ${choice}`);
}

function refusal(path: string, message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, [{ path, message }]);
}
