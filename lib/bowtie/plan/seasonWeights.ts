import { ratio } from '../ratio.ts';
import { sharesOf } from './flow.ts';

/** Fewer wins, or fewer full years, are no season. */
const ENOUGH = 24;

/**
 * Weights of the months of a plan from the wins of past months; null for too short a history.
 *
 * Each full year of history (12 months, the newest last) is split into shares; a calendar month has
 * the mean of its shares, so a year of growth counts no more than the year before. The weights of a
 * plan's months sum to 1. Needs 12 months and 24 wins. Source: definitions, section 8 (4).
 * @example
 * const year = Array.from({ length: 12 }, (_, i) => ({ month: i + 1, wins: i === 11 ? 13 : 1 }));
 * seasonWeights(year, [12, 1])?.map((one) => one.toFixed(3)) // => ['0.929', '0.071']
 * seasonWeights(year.slice(1), [1]) // => null
 */
export function seasonWeights(
  history: readonly { month: number; wins: number }[],
  planMonths: readonly number[],
): number[] | null {
  const years = Math.floor(history.length / 12);
  const used = history.slice(history.length - years * 12);
  if (years === 0 || used.reduce((sum, { wins }) => sum + wins, 0) < ENOUGH) return null;
  const shares = new Map<number, number>();
  for (let year = 0; year < years; year += 1) {
    const months = used.slice(year * 12, year * 12 + 12);
    const total = months.reduce((sum, { wins }) => sum + wins, 0);
    for (const { month, wins } of months) {
      shares.set(month, (shares.get(month) ?? 0) + (ratio(wins, total) ?? 0));
    }
  }
  const weights = planMonths.map((month) => shares.get(month) ?? 0);
  return weights.some((one) => one > 0) ? sharesOf(weights) : null;
}
