import { ratio } from '../ratio.ts';

/** What the heads of a role did at one stage in one month. */
export type HeadMonth = { entries: number; heads: number };

/**
 * What a head can handle a month: entries per head of the best three months in a row. The average
 * would take idle months for a limit; one month alone is chance. Null without entries.
 * Source: definitions, section 8 (7); decision 026.
 * @example
 * const month = (entries, heads) => ({ entries, heads });
 * headPace([month(2, 2), month(6, 2), month(6, 2), month(6, 2)]) // => 3
 * headPace([]) // => null
 */
export function headPace(months: readonly HeadMonth[]): number | null {
  let best: number | null = null;
  const width = Math.min(3, months.length);
  for (let i = 0; i + width <= months.length && width > 0; i += 1) {
    const own = months.slice(i, i + width);
    const heads = own.reduce((sum, one) => sum + one.heads, 0);
    const pace = ratio(
      own.reduce((sum, one) => sum + one.entries, 0),
      heads,
    );
    if (pace !== null && (best === null || pace > best)) best = pace;
  }
  return best;
}
