type Interval = readonly [number, number];

/** A rate that may be compared: matured where entries are still open. */
export type Comparable = { rate: number; interval: Interval | null };

/**
 * Whether `now` is clearly below `before`: the 95 % interval of the difference, combined from the
 * two intervals (Newcombe, Statistics in Medicine 17, 1998, method 10), lies wholly below 0.
 */
export function isBehind(now: Comparable, before: Comparable): boolean {
  if (now.interval === null || before.interval === null) return false;
  const up = now.interval[1] - now.rate;
  const down = before.rate - before.interval[0];
  return now.rate - before.rate + Math.sqrt(up * up + down * down) < 0;
}
