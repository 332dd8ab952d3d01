import { addMonths, type Day } from '#lib/bowtie/localDay.ts';
import { pairOf } from './pairs.ts';

/**
 * Months in a row whose cells are also kept put together: a year, or a quarter of it. That of one
 * month has its long runs as counts by day.
 */
export type Stretch = { size: 12 | 3 | 1; first: Day };

/** The larger first: of a range as much as possible is told by these. */
export const SIZES = [12, 3, 1] as const;

/** What is added to the split of a cell of one month: see `pairOf`. */
const SPLIT = { 12: 200, 3: 100, 1: 300 } as const;

/** The splits of cells that are of one month. */
export const BELOW_STRETCHES = 100;

/**
 * Splits by an owner and something else are not in stretches: of many small cells a stretch would
 * make no fewer.
 */
export const OWNERS_BY = { from: 10, to: 19 } as const;

/** Whether what is split by these dimensions is in stretches. */
export function isInStretches(ranks: readonly number[]): boolean {
  const pair = pairOf(ranks[0] ?? null, ranks[1] ?? null);
  return pair < OWNERS_BY.from || pair > OWNERS_BY.to;
}

/** The split of a stretch's cells of this split. */
export function stretchPair({ size }: Pick<Stretch, 'size'>, pair: number): number {
  return SPLIT[size] + pair;
}

export function stretchOf(month: Day, size: Stretch['size']): Stretch {
  const start = Math.floor((Number(month.slice(5, 7)) - 1) / size) * size + 1;
  return { size, first: `${month.slice(0, 5)}${String(start).padStart(2, '0')}-01` };
}

export function monthsOf({ size, first }: Stretch): Day[] {
  return Array.from({ length: size }, (_, i) => addMonths(first, i));
}

/** The first day behind it. */
export function stretchEnd({ size, first }: Stretch): Day {
  return addMonths(first, size);
}

/** One text for each stretch: its undivided split and its first day. */
export function stretchName({ size, first }: Stretch): string {
  return `${SPLIT[size]} ${first}`;
}
