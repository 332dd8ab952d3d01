import { addDays, addMonths, daysBetween, monthsBetween } from './localDay.ts';
import type { DayRange } from './periods.ts';

/**
 * The local days that a report is compared with; null for `none`.
 *
 * `previous`: the equally many days just before; where [from, to) is whole calendar months, as
 * many months before. `year`: the same dates a year earlier, 29 February becomes 28 February.
 * `as_of` is not moved. Source: docs/api.md, GET /bowtie (compare).
 * @example
 * comparisonRange({ from: '2026-03-01', to: '2026-05-01' }, 'previous')
 * // => { from: '2026-01-01', to: '2026-03-01' }
 * comparisonRange({ from: '2026-03-05', to: '2026-03-12' }, 'previous')
 * // => { from: '2026-02-26', to: '2026-03-05' }
 * comparisonRange({ from: '2024-02-29', to: '2024-03-31' }, 'year')
 * // => { from: '2023-02-28', to: '2023-03-31' }
 * comparisonRange({ from: '2026-03-01', to: '2026-05-01' }, 'none') // => null
 */
export function comparisonRange(
  range: DayRange,
  compare: 'previous' | 'year' | 'none',
): DayRange | null {
  if (compare === 'none') return null;
  const { from, to } = range;
  if (compare === 'year') return { from: addMonths(from, -12), to: addMonths(to, -12) };
  if (from.endsWith('-01') && to.endsWith('-01')) {
    return { from: addMonths(from, monthsBetween(to, from)), to: from };
  }
  return { from: addDays(from, -daysBetween(from, to)), to: from };
}
