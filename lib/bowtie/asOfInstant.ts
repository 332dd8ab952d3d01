import { addDays, startOfLocalDay } from './localDay.ts';
import { parseMoment } from './parseMoment.ts';
import type { Instant } from './records.ts';

const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The last instant that counts for a question: `as_of`, inclusive, in milliseconds.
 *
 * A date means the end of that local day (its last millisecond), nothing asked means `now`. An
 * instant is taken as it is. Null for text that is neither.
 * Source: definitions, section 1 (as_of); docs/api.md, GET /bowtie.
 * @example
 * new Date(asOfInstant('2026-01-31', 'Asia/Shanghai', 0)).toISOString()
 * // => '2026-01-31T15:59:59.999Z'
 * asOfInstant('2026-01-31T00:00:00Z', 'Asia/Shanghai', 0) // => 1769817600000
 * asOfInstant(null, 'UTC', 42) // => 42
 */
export function asOfInstant(asked: string | null, zone: string, now: Instant): Instant | null {
  if (asked === null) return now;
  if (!DATE_ONLY.test(asked)) return parseMoment(asked, zone);
  const start = parseMoment(asked, zone);
  return start === null ? null : startOfLocalDay(addDays(asked, 1), zone) - 1;
}
