import { clockMs, isDay, offsetMinutes, type WallTime } from './wallTime.ts';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?) ?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** An ISO 8601 date, or date and time with or without zone; null when it is none. */
export function readIso(text: string): WallTime | null {
  const match = ISO.exec(text);
  if (!match) return null;
  const [, y = '', m = '', d = '', clock, zone] = match;
  const year = Number(y);
  const month = Number(m);
  const day = Number(d);
  if (!isDay(year, month, day)) return null;
  const time = clock === undefined ? 0 : clockMs(clock);
  const offset = zone === undefined ? null : offsetMinutes(zone);
  if (time === null || (zone !== undefined && offset === null)) return null;
  return { year, month, day, time, offset };
}
