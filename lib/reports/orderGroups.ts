import { compareCodePoints } from '#lib/bowtie/compareCodePoints.ts';
import { type Dimension, UNKNOWN } from '#lib/bowtie/dimensions.ts';
import type { Org } from '#lib/store/orgs.ts';

/** The organization's own order first, the others by code point, `unknown` last. */
export function orderGroups(org: Org, by: Dimension, values: Iterable<string>): string[] {
  const own = org.order[by] ?? [];
  const rank = (value: string) => {
    if (value === UNKNOWN) return own.length + 1;
    const place = own.indexOf(value);
    return place === -1 ? own.length : place;
  };
  return [...new Set(values)].sort((a, b) => rank(a) - rank(b) || compareCodePoints(a, b));
}
