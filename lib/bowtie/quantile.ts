/** Values in ascending order with how often each occurs. */
export type ValueCounts = { values: ArrayLike<number>; counts: ArrayLike<number> };

/** The values at two neighbouring ranks (from 0) in one walk. */
function atRanks({ values, counts }: ValueCounts, low: number, high: number): [number, number] {
  let seen = 0;
  let lower = Number.NaN;
  for (let i = 0; i < values.length; i += 1) {
    const before = seen;
    seen += counts[i] ?? 0;
    const value = values[i] ?? Number.NaN;
    if (low >= before && low < seen) lower = value;
    if (high < seen) return [lower, value];
  }
  return [lower, lower];
}

/**
 * Quantile of counted values by linear interpolation: R type 7, Postgres `percentile_cont`.
 *
 * The value at the (fractional) rank (n - 1) p. `values` ascend; n is the sum of `counts`; null
 * for n = 0. One walk over the values. Source: definitions, section 6 (time).
 * @example
 * histogramQuantile({ values: [1, 2, 4], counts: [1, 2, 1] }, 0.5) // => 2
 * histogramQuantile({ values: [1, 2, 4], counts: [1, 2, 1] }, 0.75) // => 2.5
 * histogramQuantile({ values: [], counts: [] }, 0.5) // => null
 */
export function histogramQuantile(histogram: ValueCounts, p: number): number | null {
  let n = 0;
  for (let i = 0; i < histogram.counts.length; i += 1) n += histogram.counts[i] ?? 0;
  if (n === 0) return null;
  const rank = (n - 1) * p;
  const low = Math.floor(rank);
  const [lower, upper] = atRanks(histogram, low, Math.ceil(rank));
  return lower + (upper - lower) * (rank - low);
}

/**
 * Quantile of a sorted list by linear interpolation: R type 7, Postgres `percentile_cont`.
 *
 * `sorted` ascends; null for an empty list. Source: definitions, section 6 (time).
 * @example
 * quantile([4, 25, 46], 0.25) // => 14.5
 * quantile([7], 0.75) // => 7
 * quantile([], 0.5) // => null
 */
export function quantile(sorted: ArrayLike<number>, p: number): number | null {
  const rank = (sorted.length - 1) * p;
  const lower = sorted[Math.floor(rank)];
  const upper = sorted[Math.ceil(rank)];
  if (lower === undefined || upper === undefined) return null;
  return lower + (upper - lower) * (rank - Math.floor(rank));
}
