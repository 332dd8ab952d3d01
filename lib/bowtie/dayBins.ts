import type { DurationHistogram } from './durationHistogram.ts';
import { DAY_MS } from './entryOutcome.ts';
import { histogramQuantile } from './quantile.ts';

/** Entries that took [from, to) days to their end; the last bin has no end. */
export type DayBin = {
  from: number;
  to: number | null;
  advanced: number;
  lost: number;
  no_decision: number;
};

const WIDTHS = [1 / 24, 0.25, 0.5, 1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 365];
const AIM = 20;

/**
 * How long ended entries stayed, in at most about 20 equal bins and one for the rest.
 *
 * The width is the first round number of days of which 20 reach the 95th percentile of all ended
 * stays. Open entries have not ended and are in no bin; nothing ended: no bins. Bins cover every
 * ended entry once, so each column sums to its outcome.
 * @example
 * const cell = { ...EMPTY_CELL, ms: 3.5 * DAY_MS, advanced: 2 };
 * dayBins(durationHistogram([cell])).length // => 20
 * dayBins(durationHistogram([cell]))[17]
 * // => { from: 4.25, to: 4.5, advanced: 0, lost: 0, no_decision: 0 }
 * dayBins(durationHistogram([cell]))[14]?.advanced // => 2
 * dayBins(durationHistogram([])) // => []
 */
export function dayBins(histogram: DurationHistogram): DayBin[] {
  const { ms, advanced, lost, noDecision } = histogram;
  const counts = Array.from(
    ms,
    (_, i) => (advanced[i] ?? 0) + (lost[i] ?? 0) + (noDecision[i] ?? 0),
  );
  const far = histogramQuantile({ values: ms, counts }, 0.95);
  if (far === null) return [];
  const width = WIDTHS.find((days) => days * AIM >= far / DAY_MS) ?? 365;
  const bins: DayBin[] = Array.from({ length: AIM }, (_, i) => emptyBin(i, width));
  for (const [i, value] of Array.from(ms).entries()) {
    const bin = bins[Math.min(AIM - 1, Math.floor(value / (width * DAY_MS)))];
    if (bin === undefined) continue;
    bin.advanced += advanced[i] ?? 0;
    bin.lost += lost[i] ?? 0;
    bin.no_decision += noDecision[i] ?? 0;
  }
  return bins;
}

function emptyBin(i: number, width: number): DayBin {
  const to = i === AIM - 1 ? null : (i + 1) * width;
  return { from: i * width, to, advanced: 0, lost: 0, no_decision: 0 };
}
