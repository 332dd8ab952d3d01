import { apportion } from '#lib/bowtie/plan/apportion.ts';

/** Shares are kept in ten-thousandths: short in an address, and they sum exactly. */
const WHOLE = 10_000;

/**
 * The shares after one of them was moved: the others give or take in their proportion, or where
 * they have nothing in their usual one, and all still sum to 1.
 */
export function moveShare(
  shares: readonly number[],
  at: number,
  to: number,
  usual: readonly number[] = [],
): number[] {
  if (shares.length === 1) return [1];
  const own = Math.round(Math.min(1, Math.max(0, to)) * WHOLE);
  const without = (weights: readonly number[]) =>
    shares.map((_, i) => (i === at ? 0 : Math.max(0, weights[i] ?? 0)));
  const choices = [without(shares), without(usual), without(shares.map(() => 1))];
  const weights = choices.find((one) => one.some((weight) => weight > 0)) ?? [];
  const others = apportion(WHOLE - own, weights);
  return others.map((other, i) => (i === at ? own : other) / WHOLE);
}

/** Any weights as shares in ten-thousandths that sum to 1. */
export function roundShares(weights: readonly number[]): number[] {
  return apportion(WHOLE, weights).map((one) => one / WHOLE);
}
