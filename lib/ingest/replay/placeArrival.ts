import type { KeptArrival } from '#lib/store/arrivalsOf.ts';

/** When a held row came: its own number is behind those of the rows of its chunk. */
export type Came = { arrival: bigint; receivedAt: number; importId: string | null; line: number };

/** Numbers are given with gaps of this size. */
const GAP = 1024n;

/**
 * A number between the rows of the same identity that came before and those that came after, so
 * that of equal versions the one that came last still wins; undefined: it came last itself.
 */
export function placeArrival(came: Came, kept: readonly KeptArrival[]): bigint | undefined {
  const later = kept.filter((one) => !isBefore(one, came)).map((one) => one.arrival);
  if (later.length === 0) return undefined;
  const upper = least(later);
  const earlier = kept.map((one) => one.arrival).filter((one) => one < upper);
  const lower = earlier.length === 0 ? upper - GAP : greatest(earlier);
  const middle = (lower + upper) / 2n;
  if (middle > lower && middle < upper) return middle;
  // No room between them, of numbers that were given without gaps: the next free one below.
  const taken = new Set(earlier);
  let free = lower - 1n;
  while (taken.has(free)) free -= 1n;
  return free;
}

/** Of one file or call lines tell the order, between them the numbers do. */
function isBefore(one: KeptArrival, came: Came): boolean {
  if (one.arrival > came.arrival) return false;
  const together = one.importId === came.importId && one.receivedAt === came.receivedAt;
  return !together || one.line <= came.line;
}

function least(list: readonly bigint[]): bigint {
  return list.reduce((found, one) => (one < found ? one : found));
}

function greatest(list: readonly bigint[]): bigint {
  return list.reduce((found, one) => (one > found ? one : found));
}
