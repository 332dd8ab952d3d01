import { narrow } from '../narrow.ts';
import { readIso } from '../readIso.ts';
import { clockMs, isDay, offsetMinutes, type WallTime } from '../wallTime.ts';

/** Day and month in numbers can be told apart only by this; `iso` takes the year first only. */
export type DayOrder = 'iso' | 'mdy' | 'dmy' | null;

const YEAR_FIRST = /^(\d{4})([-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?(?:(?:[T ]|(?<=日))\s*(.+))?$/;
const NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:,?[T ]\s*(.+))?$/;
const DAY_NAME = /^(\d{1,2})[- ]([A-Za-z]{3,9})\.?[-, ]\s*(\d{4}|\d{2})(?:,?[T ]\s*(.+))?$/;
const NAME_DAY = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,?[T ]\s*(.+))?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const SERIAL = /^\d{5}(?:\.\d{1,10})?$/;
const EPOCH = /^1?\d{9}(?:\d{3})?$/;
const ZONE = /^(.*?)\s*(Z|UTC|GMT|(?:UTC|GMT)?([+-]\d{2}(?::?\d{2})?))$/i;
/** What stands before a date or behind it and says nothing more: `Mon,` and `(China Time)`. */
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? +/i;
const REMARK = /\s*\([^()]*\)$/;
/** Halves of the day, which Chinese puts before the hour. */
const HALF = /^(上午|凌晨|早上|中午|下午|晚上)\s*(.+)$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date as people and programs write it in files; null when it is none, or not to be told. */
export function readWrittenDate(written: string, order: DayOrder): WallTime | null {
  const text = narrow(written).trim().replace(WEEKDAY, '').replace(REMARK, '');
  const iso = readIso(text);
  if (iso !== null) return iso;
  const first = YEAR_FIRST.exec(text);
  if (first) return assemble(first[1], first[3], first[4], first[5]);
  if (order === 'iso') return null;
  const numbers = NUMBERS.exec(text);
  if (numbers) return fromNumbers(numbers, order);
  const dayName = DAY_NAME.exec(text);
  if (dayName) return assemble(dayName[3], monthOf(dayName[2]), dayName[1], dayName[4]);
  const nameDay = NAME_DAY.exec(text);
  if (nameDay) return assemble(nameDay[3], monthOf(nameDay[1]), nameDay[2], nameDay[4]);
  return fromDigits(text);
}

function fromNumbers(match: RegExpExecArray, order: 'mdy' | 'dmy' | null): WallTime | null {
  const [, a, b, year, clock] = match;
  const monthFirst = Number(b) > 12 ? 'mdy' : null;
  const dayFirst = Number(a) > 12 ? 'dmy' : null;
  const told = order ?? monthFirst ?? dayFirst ?? (a === b ? 'mdy' : null);
  if (told === null) return null;
  return told === 'mdy' ? assemble(year, a, b, clock) : assemble(year, b, a, clock);
}

function fromDigits(text: string): WallTime | null {
  if (EPOCH.test(text) && (text.length === 10 || text.length === 13)) {
    return fromUtc(Number(text) * (text.length === 10 ? 1000 : 1), 0);
  }
  const compact = COMPACT.exec(text);
  if (compact) {
    const [, year, month, day, h, m, s = '00', zone] = compact;
    return assemble(year, month, day, h ? `${h}:${m}:${s}${zone ?? ''}` : undefined);
  }
  // A spreadsheet counts days from 30 December 1899; the part of a day is its time, to the second.
  if (isSerial(text)) return fromUtc(Math.round((Number(text) - 25_569) * 86_400) * 1000, null);
  return null;
}

/** A number of days with the time as its fraction, as a spreadsheet keeps a date. */
export function isSerial(text: string): boolean {
  return SERIAL.test(text);
}

function fromUtc(ms: number, offset: number | null): WallTime {
  const date = new Date(ms);
  const day = Math.floor(ms / 86_400_000) * 86_400_000;
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return { year, month, day: date.getUTCDate(), time: ms - day, offset };
}

function monthOf(name = ''): string {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return String(month);
}

function assemble(y = '', m = '', d = '', clock?: string): WallTime | null {
  const short = y.length === 2;
  const year = short ? Number(y) + (Number(y) < 70 ? 2000 : 1900) : Number(y);
  const [month, day] = [Number(m), Number(d)];
  if (!isDay(year, month, day)) return null;
  if (clock === undefined) return { year, month, day, time: 0, offset: null };
  const zoned = ZONE.exec(clock);
  const zone = zoned?.[3] ?? zoned?.[2]?.replace(/UTC|GMT/i, 'Z');
  const offset = zone === undefined ? null : offsetMinutes(zone);
  const time = clockMs(latin((zoned?.[1] ?? clock).trim()));
  if (time === null || (zone !== undefined && offset === null)) return null;
  return { year, month, day, time, offset };
}

function latin(clock: string): string {
  const half = HALF.exec(clock);
  if (!half) return clock;
  return `${half[2]} ${'上午凌晨早上'.includes(half[1] ?? '') ? 'AM' : 'PM'}`;
}
