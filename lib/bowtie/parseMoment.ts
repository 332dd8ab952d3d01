import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, startOfLocalDay } from './localDay.ts';
import type { Instant } from './records.ts';

const CLOCK = String.raw`\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?`;
const OFFSET = String.raw`Z|[+-]\d{2}(?::?\d{2})?`;
const SHAPE = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2})(?:[T ](${CLOCK})\s?(${OFFSET})?)?$`, 'i');

/** A day that the calendar has. */
function exists(day: Day): boolean {
  const at = Date.parse(day);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** `+08`, `+0800`, `+08:00` and `Z` as minutes east of UTC; null where no clock shows that. */
function offsetMinutes(text: string): number | null {
  if (/^z$/i.test(text)) return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', '') || 0);
  if (hours > 23 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** Milliseconds since midnight as the clock shows it; finer parts are cut off. */
function clockMs(time: string): number | null {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  if (hours > 23 || minutes > 59 || seconds >= 60) return null;
  return (hours * 60 + minutes) * 60_000 + Math.floor(Math.round(seconds * 1e9) / 1e6);
}

const HALF_DAY = 43_200_000;

/**
 * The instant at which a local clock shows this time on this day.
 *
 * `time` is `HH:MM[:SS[.fff]]`; null is the first instant of the day. A time that occurs twice is
 * the earlier instant, a time that is skipped moves forward by the gap (Temporal "compatible").
 * Null for a day or time that does not exist on any calendar or clock.
 * Source: definitions, section 3 rule 7.
 * @example
 * const iso = (at) => new Date(at).toISOString();
 * iso(localInstant('2026-03-29', '02:30', 'Europe/Berlin')) // => '2026-03-29T01:30:00.000Z'
 * iso(localInstant('2026-10-25', '02:30', 'Europe/Berlin')) // => '2026-10-25T00:30:00.000Z'
 * localInstant('2026-02-30', null, 'UTC') // => null
 */
export function localInstant(day: Day, time: string | null, zone: string): Instant | null {
  if (!exists(day)) return null;
  if (time === null) return startOfLocalDay(day, zone);
  const ms = clockMs(time);
  if (ms === null) return null;
  const start = startOfLocalDay(day, zone);
  const length = startOfLocalDay(addDays(day, 1), zone) - start;
  if (length === 2 * HALF_DAY) return start + ms;
  const plain = Temporal.PlainDateTime.from(day).add({ milliseconds: ms });
  return plain.toZonedDateTime(zone).epochMilliseconds;
}

/**
 * Reads an ISO date or time: with zone as it says, without zone local in `zone`.
 *
 * Whole milliseconds, finer parts are cut off. Null for anything else: callers quarantine.
 * Source: definitions, section 3 rule 7.
 * @example
 * const iso = (at) => new Date(at).toISOString();
 * iso(parseMoment('2026-01-05', 'Asia/Shanghai')) // => '2026-01-04T16:00:00.000Z'
 * iso(parseMoment('2026-01-05 09:30', 'Asia/Shanghai')) // => '2026-01-05T01:30:00.000Z'
 * iso(parseMoment('2026-01-05T09:30:00-05:00', 'Asia/Shanghai')) // => '2026-01-05T14:30:00.000Z'
 * parseMoment('2026-02-30', 'UTC') // => null
 * parseMoment('soon', 'UTC') // => null
 */
export function parseMoment(text: string, zone: string): Instant | null {
  const match = SHAPE.exec(text.trim());
  const day = match?.[1];
  if (day === undefined) return null;
  const time = match?.[2] ?? null;
  const offset = match?.[3];
  if (offset === undefined || time === null) return localInstant(day, time, zone);
  const minutes = offsetMinutes(offset);
  const ms = clockMs(time);
  if (minutes === null || ms === null || !exists(day)) return null;
  return Date.parse(day) + ms - minutes * 60_000;
}
