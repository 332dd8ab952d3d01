import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { Format } from './createFormat.ts';
import { stageName, type Text } from './text.ts';

/** What a trend follows besides conversions: the numbers that a plan has targets for. */
export type TrendMetric = {
  id: string;
  stage: LadderStage | null;
  kind: 'entries' | 'arr' | 'nrr';
};

const LEVELS = ['arr', 'nrr'] as const;

/** The metrics of an organization: entries into its stages, and its recurring revenue if any. */
export function trendMetrics(stages: readonly string[], hasRevenue: boolean): TrendMetric[] {
  const entries = LADDER.filter((stage) => stages.includes(stage)).map((stage): TrendMetric => {
    return { id: `entries:${stage}`, stage, kind: 'entries' };
  });
  const levels = LEVELS.map((kind): TrendMetric => ({ id: kind, stage: null, kind }));
  return hasRevenue ? [...entries, ...levels] : entries;
}

export function metricName({ stage, kind }: TrendMetric): Text {
  if (stage === null) return { key: `loop.figures.${kind}Long` };
  return { key: 'track.trend.entries', values: { stage: stageName(stage) } };
}

/** A value of the metric in words: whole entries, money, or a rate. */
export function sayMetric({ kind }: TrendMetric, value: number | null, format: Format): string {
  if (value === null) return '—';
  if (kind === 'entries') return format.count(Math.round(value));
  return kind === 'arr' ? format.shortMoney(String(value)) : format.percent(value);
}
