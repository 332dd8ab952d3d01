import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import type { Day } from '#lib/bowtie/localDay.ts';

/** Days are asked for again and again, and are few. */
const LIMIT = 20_000;
const numbers = new Map<Day, number>();
const texts = new Map<number, Day>();

/** A day as the number of days since 1970-01-01. */
export function dayNumber(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Math.round(Date.parse(day) / DAY_MS);
  if (numbers.size >= LIMIT) numbers.clear();
  numbers.set(day, number);
  return number;
}

export function dayText(number: number): Day {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const day = new Date(number * DAY_MS).toISOString().replace(/T.*$/, '');
  if (texts.size >= LIMIT) texts.clear();
  texts.set(number, day);
  return day;
}
