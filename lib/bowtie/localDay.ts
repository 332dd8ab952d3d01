import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from './entryOutcome.ts';
import type { Instant } from './records.ts';

/** A calendar day `YYYY-MM-DD`; days compare as text. */
export type Day = string;

/** Enough for ten years in one zone; then it is begun anew. */
const CACHE_LIMIT = 4096;
const starts = new Map<string, Instant>();

/**
 * The first instant of a local day: midnight, or the end of the gap where the clock skips it.
 *
 * Milliseconds since 1970-01-01T00:00:00Z. Throws a RangeError for a day that does not exist or an
 * unknown zone. Source: definitions, section 3 rule 7 and section 5 (`from`, `to`).
 * @example
 * new Date(startOfLocalDay('2026-02-01', 'Asia/Shanghai')).toISOString()
 * // => '2026-01-31T16:00:00.000Z'
 * new Date(startOfLocalDay('2018-11-04', 'America/Sao_Paulo')).toISOString()
 * // => '2018-11-04T03:00:00.000Z'
 */
export function startOfLocalDay(day: Day, zone: string): Instant {
  const key = `${day} ${zone}`;
  const cached = starts.get(key);
  if (cached !== undefined) return cached;
  const start = Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
  if (starts.size >= CACHE_LIMIT) starts.clear();
  starts.set(key, start);
  return start;
}

/**
 * The local day of an instant. Source: definitions, section 3 rules 7 and 9.
 * @example
 * localDayOf(Date.parse('2026-01-31T16:30:00Z'), 'Asia/Shanghai') // => '2026-02-01'
 * localDayOf(Date.parse('2026-01-31T16:30:00Z'), 'America/New_York') // => '2026-01-31'
 */
export function localDayOf(at: Instant, zone: string): Day {
  const { day, start, end } = aroundUtcDay(Math.floor(at / DAY_MS), zone);
  if (at >= end) return addDays(day, 1);
  return at >= start ? day : addDays(day, -1);
}

type LocalDay = { day: Day; start: Instant; end: Instant };
const utcDays = new Map<string, Map<number, LocalDay>>();

/** The local day with the date of a UTC day: most instants of the one lie in the other. */
function aroundUtcDay(utcDay: number, zone: string): LocalDay {
  const days = utcDays.get(zone) ?? new Map<number, LocalDay>();
  const cached = days.get(utcDay);
  if (cached !== undefined) return cached;
  const day = new Date(utcDay * DAY_MS).toISOString().slice(0, 10);
  const found = {
    day,
    start: startOfLocalDay(day, zone),
    end: startOfLocalDay(addDays(day, 1), zone),
  };
  if (days.size >= CACHE_LIMIT) days.clear();
  utcDays.set(zone, days.set(utcDay, found));
  return found;
}

/**
 * The calendar day `days` later (earlier when negative).
 * @example
 * addDays('2026-02-28', 1) // => '2026-03-01'
 * addDays('2026-01-01', -1) // => '2025-12-31'
 */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().replace(/T.*$/, '');
}

/**
 * Calendar days from `from` to `to`; negative when `to` is earlier. Summer time does not matter.
 * @example
 * daysBetween('2026-03-28', '2026-03-30') // => 2
 * daysBetween('2026-03-30', '2026-03-28') // => -2
 */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/**
 * Calendar months from the month of `from` to that of `to`; negative when that is earlier. Of both
 * only year and month are read, so that `2027-02` will do.
 * @example
 * monthsBetween('2026-11-30', '2027-02-01') // => 3
 * monthsBetween('2027-01-01', '2026-12') // => -1
 */
export function monthsBetween(from: Day, to: Day): number {
  const count = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return count(to) - count(from);
}

/**
 * The calendar day `months` later (earlier when negative); a day that the month lacks becomes its
 * last one.
 * @example
 * addMonths('2026-01-31', 1) // => '2026-02-28'
 * addMonths('2024-02-29', -12) // => '2023-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const [, year, month, date] = PLAIN_DAY.exec(day) ?? [];
  const at = Number(year) * 12 + Number(month) - 1 + months;
  // Every month has 28 days; the rest, and what is no day, is for the calendar.
  if (!(Number(date) >= 1 && Number(date) <= 28 && at >= 12_000 && at < 120_000)) {
    return Temporal.PlainDate.from(day).add({ months }).toString();
  }
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-${date}`;
}

const PLAIN_DAY = /^(\d{4})-(0[1-9]|1[0-2])-(\d\d)$/;
