import type { TrendMetric } from '../trendMetric.ts';
import { writeDrill } from './drill.ts';

/** The address of the records behind one point of a metric: entries, who pays, or who stayed. */
export function metricRecords(
  { stage, kind }: TrendMetric,
  { from, to }: { from: string; to: string },
): string {
  if (stage !== null) return writeDrill(stage, { from, to });
  if (kind === 'arr') return writeDrill('paying', { from: to, to });
  return writeDrill('retention-base', { from, to });
}
