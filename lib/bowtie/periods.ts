import { addDays, addMonths, type Day } from './localDay.ts';

export type Grain = 'day' | 'week' | 'month' | 'quarter';
export type WeekDay = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** Where an organization's weeks and fiscal years begin. */
export type CalendarRules = { weekStart: WeekDay; fiscalStartMonth: number };

/** [from, to): local days. */
export type DayRange = { from: Day; to: Day };

const WEEK: readonly WeekDay[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * The first day of the calendar period that holds `day`.
 *
 * `week` starts at the organization's week start; `quarter` follows its fiscal year, whose first
 * month is `fiscalStartMonth` (1 to 12). Source: definitions, section 7 (grain).
 * @example
 * const rules = { weekStart: 'mon', fiscalStartMonth: 2 };
 * periodStart('2026-01-01', 'week', rules) // => '2025-12-29'
 * periodStart('2026-01-15', 'month', rules) // => '2026-01-01'
 * periodStart('2026-01-15', 'quarter', rules) // => '2025-11-01'
 */
export function periodStart(day: Day, grain: Grain, rules: CalendarRules): Day {
  if (grain === 'day') return day;
  if (grain === 'week') {
    const weekDay = new Date(Date.parse(day)).getUTCDay();
    return addDays(day, -((weekDay - WEEK.indexOf(rules.weekStart) + 7) % 7));
  }
  const monthStart = `${day.slice(0, 8)}01`;
  if (grain === 'month') return monthStart;
  const month = Number(day.slice(5, 7));
  return addMonths(monthStart, -((month - rules.fiscalStartMonth + 12) % 3));
}

function nextStart(start: Day, grain: Grain): Day {
  if (grain === 'day') return addDays(start, 1);
  if (grain === 'week') return addDays(start, 7);
  return addMonths(start, grain === 'month' ? 1 : 3);
}

/**
 * The local calendar periods of [from, to), the first and the last cut at its ends.
 *
 * They touch and cover [from, to) exactly; an empty range has none.
 * Source: definitions, section 7 (grain).
 * @example
 * const rules = { weekStart: 'mon', fiscalStartMonth: 1 };
 * periodsOf({ from: '2026-01-20', to: '2026-02-10' }, 'month', rules)
 * // => [{ from: '2026-01-20', to: '2026-02-01' }, { from: '2026-02-01', to: '2026-02-10' }]
 * periodsOf({ from: '2026-01-20', to: '2026-01-20' }, 'day', rules) // => []
 */
export function periodsOf(range: DayRange, grain: Grain, rules: CalendarRules): DayRange[] {
  const periods: DayRange[] = [];
  let from = range.from;
  while (from < range.to) {
    const next = nextStart(periodStart(from, grain, rules), grain);
    const to = next < range.to ? next : range.to;
    periods.push({ from, to });
    from = to;
  }
  return periods;
}
