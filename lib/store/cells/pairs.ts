import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';

/**
 * The dimensions that cells are split by, the one with the most values first: a cell of its that is
 * small is not split further. Every cell is of one motion besides.
 */
const ORDER = ['owner', 'pod', 'product', 'region', 'channel', 'segment'] as const;

export const CELL_DIMENSIONS = ORDER.map((name, rank) => ({
  name,
  rank,
  place: DIMENSIONS.indexOf(name),
}));

export const MOTION_PLACE = DIMENSIONS.indexOf('motion');

/** The split that a cell is of: 0 none, then one dimension, then two in their order. */
export function pairOf(a: number | null, b: number | null): number {
  if (a === null) return 0;
  return b === null ? a + 1 : (a + 1) * 10 + b + 1;
}

/** The ranks of the dimensions that are asked, in the order of the cells; null: too many. */
export function ranksOf(asked: Iterable<Dimension>): number[] | null {
  const names = new Set(asked);
  const found = CELL_DIMENSIONS.filter(({ name }) => names.has(name)).map(({ rank }) => rank);
  return found.length > 2 ? null : found;
}
