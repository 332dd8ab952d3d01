/**
 * A whole number split into whole parts in proportion to weights: the largest remainder method.
 *
 * Each part is its quota total x weight / sum rounded down, and what is left over goes to the
 * largest fractions, the earlier one first. The parts sum exactly to `total`; a weight of 0 gets
 * nothing. Without any weight all of it falls to the last part. Source: definitions, section 8 (6).
 * @example
 * apportion(134, [44.4, 44.4, 44.5]) // => [45, 44, 45]
 * apportion(3, [1, 0]) // => [3, 0]
 * apportion(0, [1, 2]) // => [0, 0]
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  if (sum <= 0) return weights.map((_, i) => (i === weights.length - 1 ? total : 0));
  const quotas = weights.map((weight) => (total * weight) / sum);
  const parts = quotas.map((quota) => Math.floor(quota + 1e-9));
  const left = total - parts.reduce((all, one) => all + one, 0);
  const byFraction = quotas
    .map((quota, i) => ({ i, fraction: quota - (parts[i] ?? 0) }))
    .sort((a, b) => b.fraction - a.fraction || a.i - b.i);
  for (const { i } of byFraction.slice(0, Math.max(0, left))) parts[i] = (parts[i] ?? 0) + 1;
  for (const { i } of byFraction.slice(byFraction.length + Math.min(0, left))) {
    parts[i] = (parts[i] ?? 0) - 1;
  }
  return parts;
}

/**
 * A count for display: rounded up to a whole one; what only arithmetic left over does not count.
 * @example
 * wholeCount(133.33) // => 134
 * wholeCount(400.00000000000006) // => 400
 */
export function wholeCount(count: number): number {
  // A ceiling of almost nothing is -0, which is not 0 to everybody.
  return Math.ceil(count - 1e-9 * Math.max(1, Math.abs(count))) + 0;
}
