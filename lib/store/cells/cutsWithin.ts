import type { Instant } from '#lib/bowtie/records.ts';
import type { Range } from '../questionScope.ts';

/** The cuts of a question within a part of its range, the ends of the part included. */
export function cutsWithin(cuts: readonly Instant[], { from, to }: Range): Instant[] {
  return [from, ...cuts.filter((cut) => cut > from && cut < to), to];
}
