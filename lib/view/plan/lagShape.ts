import { sharesOf } from '#lib/bowtie/plan/flow.ts';

/** Mean of a lag distribution in months. */
export function meanLag(shares: readonly number[]): number {
  return sharesOf(shares).reduce((sum, share, k) => sum + share * k, 0);
}

/**
 * The same shape with another mean: every share moves to a multiple of its month, and one that
 * falls between two months goes to both by nearness. The sum stays, and the mean is met.
 */
export function stretchLags(shares: readonly number[], mean: number): number[] {
  const known = sharesOf(shares);
  const before = meanLag(known);
  const target = Math.min(MOST_MONTHS, Math.max(0, mean));
  const places = known
    .map((share, k) => ({ share, month: before === 0 ? target : (k * target) / before }))
    .filter(({ share }) => share > 0);
  const last = Math.ceil(Math.max(0, ...places.map(({ month }) => month)));
  const moved = new Array<number>(last + 1).fill(0);
  for (const { share, month } of places) {
    const low = Math.floor(month);
    const over = month - low;
    moved[low] = (moved[low] ?? 0) + share * (1 - over);
    if (over > 0) moved[low + 1] = (moved[low + 1] ?? 0) + share * over;
  }
  return moved;
}

/** An average beyond two years is no plan of a year. */
const MOST_MONTHS = 24;
