import { Temporal } from 'temporal-polyfill';
import type { Compare } from '#lib/contract/query.ts';

export type DayRange = { from: string; to: string };

/** The range to compare with: just before, in whole months where the range is, or a year earlier. */
export function compareRange(range: DayRange, compare: Compare): DayRange | null {
  if (compare === 'none') return null;
  const from = Temporal.PlainDate.from(range.from);
  const to = Temporal.PlainDate.from(range.to);
  if (compare === 'year') {
    return { from: minus(from, { years: 1 }), to: minus(to, { years: 1 }) };
  }
  if (from.day === 1 && to.day === 1) {
    const { months } = from.until(to, { largestUnit: 'month' });
    return { from: minus(from, { months }), to: range.from };
  }
  const { days } = from.until(to, { largestUnit: 'day' });
  return { from: minus(from, { days }), to: range.from };
}

function minus(date: Temporal.PlainDate, span: Temporal.DurationLike): string {
  return date.subtract(span).toString();
}
