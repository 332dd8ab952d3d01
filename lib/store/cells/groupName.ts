import type { Dimension } from '#lib/bowtie/dimensions.ts';

type Grouping = { by: Dimension | null; and?: Dimension | null };

/** The group of values of the dimensions asked for; two of them as a JSON list. */
export function groupName([one, two]: readonly [string, string], { by, and }: Grouping): string {
  if (by === null) return '';
  return and === null || and === undefined ? one : JSON.stringify([one, two]);
}
