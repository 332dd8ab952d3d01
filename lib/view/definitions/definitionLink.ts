import { addDays } from '../days.ts';
import type { Metric } from './metrics.ts';

/** Where a definition stands on the page of definitions. */
export function stageAnchor(stage: string): string {
  return `stage-${stage}`;
}

/** How a segment comes about. */
export const SEGMENT_ANCHOR = 'segment-rule';

export function metricAnchor(metric: Metric): string {
  return `metric-${metric}`;
}

/** The definition as it was in force on the last day of the period that the number is of. */
export function definitionLink(org: string, anchor: string, to: string | null): string {
  const on = to === null ? '' : `?on=${addDays(to, -1)}`;
  return `/${encodeURIComponent(org)}/definitions${on}#${anchor}`;
}
