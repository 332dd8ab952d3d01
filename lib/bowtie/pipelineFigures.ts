import { type Figure, figure, noFigure } from './figure.ts';

/** How deals ended, or did not. */
export type DealCounts = { won: number; lost: number; noDecision: number; open: number };

/**
 * The win rates in common use, side by side: they differ tenfold on the same deals.
 *
 * narrow: won / (won + lost). broad: won / (won + lost + no decision). created: won / all of the
 * cohort, open ones included. Each has its own empty base. Source: docs/metrics.md, section 3.
 * @example
 * const rates = winRates({ won: 4, lost: 4, noDecision: 32, open: 0 });
 * [rates.narrow.value, rates.broad.value, rates.created.value] // => [0.5, 0.1, 0.1]
 * winRates({ won: 0, lost: 0, noDecision: 1, open: 0 }).narrow.reason // => 'empty_base'
 */
export function winRates({ won, lost, noDecision, open }: DealCounts): {
  narrow: Figure;
  broad: Figure;
  created: Figure;
} {
  return {
    narrow: figure(won, won + lost),
    broad: figure(won, won + lost + noDecision),
    created: figure(won, won + lost + noDecision + open),
  };
}

/**
 * Sales velocity, money per day: opportunities x win rate x average deal / cycle in days.
 * Opportunities are those in flight. None for a cycle of 0 days.
 * Source: docs/metrics.md, section 3.
 * @example
 * salesVelocity({ opportunities: 40, winRate: 0.25, averageDeal: 900, cycleDays: 90 }).value // => 100
 * salesVelocity({ opportunities: 4, winRate: 1, averageDeal: 9, cycleDays: 0 }).reason // => 'empty_base'
 */
export function salesVelocity(input: {
  opportunities: number;
  winRate: number;
  averageDeal: number;
  cycleDays: number;
}): Figure {
  return figure(input.opportunities * input.winRate * input.averageDeal, input.cycleDays);
}

/**
 * Pipeline coverage at the start of a period: open pipeline that closes in it / target. None
 * without a target. Source: docs/metrics.md, section 3.
 * @example
 * coverage(5, 1).value // => 5
 * coverage(5, 0).reason // => 'empty_base'
 */
export function coverage(openPipeline: number, target: number): Figure {
  return figure(openPipeline, target);
}

/**
 * Coverage of what is still to win: open pipeline that closes by the end / (target - won). None
 * once the target is met. Source: docs/metrics.md, section 3.
 * @example
 * coverageToGo({ openPipeline: 6, target: 5, won: 3 }).value // => 3
 * coverageToGo({ openPipeline: 6, target: 5, won: 5 }).reason // => 'target_met'
 */
export function coverageToGo(input: { openPipeline: number; target: number; won: number }): Figure {
  const left = input.target - input.won;
  return left <= 0 ? noFigure('target_met') : figure(input.openPipeline, left);
}

/**
 * Share of each month in the bookings of a quarter (or of any periods in their sum). None over
 * nothing. Source: docs/metrics.md, section 3.
 * @example
 * linearity([1, 1, 2]).map((share) => share.value) // => [0.25, 0.25, 0.5]
 * linearity([0, 0, 0]).map((share) => share.reason) // => ['empty_base', 'empty_base', 'empty_base']
 */
export function linearity(bookings: readonly number[]): Figure[] {
  const total = bookings.reduce((sum, one) => sum + one, 0);
  return bookings.map((one) => figure(one, total));
}
