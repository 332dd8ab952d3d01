import { Temporal } from 'temporal-polyfill';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { addDays, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';

/** A date and time as somebody wrote it; `offset` in minutes when a zone was written with it. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  /** Milliseconds since the day's midnight on the wall clock. */
  time: number;
  offset: number | null;
};

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
  return year >= 1 && year <= 9999 && day >= 1 && day <= days;
}

/** The instant, local in `timeZone` where no offset was written. */
export function toInstant(wall: WallTime, timeZone: string): Instant {
  if (wall.offset !== null) {
    return Date.parse(dayText(wall)) + wall.time - wall.offset * 60_000;
  }
  const { start, length } = localDay(wall, timeZone);
  if (wall.time === 0 || length === DAY_MS) return start + wall.time;
  return plainTime(wall).toZonedDateTime(timeZone).epochMilliseconds;
}

/**
 * Whether the clocks of `timeZone` skip this time or show it twice: `toInstant` then moves it
 * forward by the gap, or takes the first of the two.
 */
export function clockChange(
  wall: WallTime,
  timeZone: string,
): 'skipped_time' | 'repeated_time' | null {
  // A day without a time is its first instant, whatever the clock showed then.
  if (wall.offset !== null || wall.time === 0) return null;
  if (localDay(wall, timeZone).length === DAY_MS) return null;
  const plain = plainTime(wall);
  const earlier = plain.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return null;
  return earlier.toPlainDateTime().equals(plain) ? 'repeated_time' : 'skipped_time';
}

function plainTime(wall: WallTime): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(dayText(wall)).add({ milliseconds: wall.time });
}

type LocalDay = { start: Instant; length: number };
/** Enough for ten years; rows of one file ask for the same days again and again. */
const MOST = 4096;
const days = new Map<string, Map<number, LocalDay>>();

function localDay(wall: WallTime, timeZone: string): LocalDay {
  const own = days.get(timeZone) ?? new Map<number, LocalDay>();
  const key = (wall.year * 100 + wall.month) * 100 + wall.day;
  const known = own.get(key);
  if (known !== undefined) return known;
  const day = dayText(wall);
  const start = startOfLocalDay(day, timeZone);
  const found = { start, length: startOfLocalDay(addDays(day, 1), timeZone) - start };
  if (own.size >= MOST) own.clear();
  days.set(timeZone, own.set(key, found));
  return found;
}

export function dayText(wall: WallTime): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`;
}

const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?$/i;

/** Milliseconds since midnight of `9:05`, `23:59:60.5` or `12:30 PM`; null when it is no time. */
export function clockMs(text: string): number | null {
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [, h = '', m = '', s = '0', fraction = '', half] = match;
  let hour = Number(h);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const minute = Number(m);
  // A leap second is the last second of its minute: no clock of ours has a sixty-first.
  const second = Math.min(Number(s), Number(s) === 60 ? 59 : Number(s));
  if (hour > 23 || minute > 59 || second > 59) return null;
  return ((hour * 60 + minute) * 60 + second) * 1000 + Number(fraction.slice(0, 3).padEnd(3, '0'));
}

/** Minutes east of UTC of `Z`, `+08:00`, `-0330` or `+01`; null when it is no offset. */
export function offsetMinutes(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0;
  const match = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(text);
  if (!match) return null;
  const [, sign, h = '', m = '0'] = match;
  const minutes = Number(h) * 60 + Number(m);
  if (Number(h) > 18 || Number(m) > 59) return null;
  return sign === '-' ? -minutes : minutes;
}
