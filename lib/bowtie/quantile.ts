/** Values in ascending order with how often each occurs. */
export type ValueCounts = { values: ArrayLike<number>; counts: ArrayLike<number> };

/**
 * Quantiles of counted values by linear interpolation: R type 7, Postgres `percentile_cont`.
 *
 * The value at the (fractional) rank (n - 1) p of each of `shares`. `values` ascend; n is
 * the sum of `counts`; null for n = 0. Only the first `size` values count. One walk for all.
 * Source: definitions, section 6 (time).
 * @example
 * histogramQuantiles({ values: [1, 2, 4], counts: [1, 2, 1] }, [0.5, 0.75]) // => [2, 2.5]
 * histogramQuantiles({ values: [1, 2, 4], counts: [1, 2, 1] }, [0.5], 1) // => [1]
 * histogramQuantiles({ values: [], counts: [] }, [0.5]) // => [null]
 */
export function histogramQuantiles(
  { values, counts }: ValueCounts,
  shares: readonly number[],
  size: number = values.length,
): (number | null)[] {
  let n = 0;
  for (let i = 0; i < size; i += 1) n += counts[i] ?? 0;
  if (n === 0) return shares.map(() => null);
  const ranks = shares.map((share) => (n - 1) * share);
  const wanted = ranks.flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]);
  const found = new Map<number, number>();
  let seen = 0;
  let at = -1;
  for (const rank of wanted.sort((a, b) => a - b)) {
    while (seen <= rank) {
      at += 1;
      seen += counts[at] ?? 0;
    }
    found.set(rank, values[at] ?? Number.NaN);
  }
  return ranks.map((rank) => {
    const lower = found.get(Math.floor(rank)) ?? Number.NaN;
    const upper = found.get(Math.ceil(rank)) ?? Number.NaN;
    return lower + (upper - lower) * (rank - Math.floor(rank));
  });
}

/**
 * One quantile of counted values; null for none. Source: definitions, section 6 (time).
 * @example
 * histogramQuantile({ values: [1, 2, 4], counts: [1, 2, 1] }, 0.75) // => 2.5
 * histogramQuantile({ values: [], counts: [] }, 0.5) // => null
 */
export function histogramQuantile(histogram: ValueCounts, p: number): number | null {
  return histogramQuantiles(histogram, [p])[0] ?? null;
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
