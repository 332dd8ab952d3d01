import { WEEK_DAYS } from '#lib/contract/orgWords.ts';
import type { Choice } from './zoneOptions.ts';

// 2024-01-01 was a Monday.
const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index));
const month = (index: number) => new Date(Date.UTC(2024, index, 1));

export function weekDayOptions(locale: string): Choice[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return WEEK_DAYS.map((value, index) => ({ value, label: format.format(day(index)) }));
}

export function monthOptions(locale: string): Choice[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: format.format(month(index)),
  }));
}
