import { addDays, monthOf, monthStart } from './days.ts';

export const PERIODS = [
  'last12',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
  'all',
  'custom',
] as const;
export type Period = (typeof PERIODS)[number];

export type Calendar = {
  /** The local day of the reader's clock in the organization's zone. */
  today: string;
  /** Local days of the first and the last event; null without events. */
  dataFrom: string | null;
  dataThrough: string | null;
  fiscalStartMonth: number;
};

export type Span = { from: string; to: string };

/** A named period as local dates [from, to). Quarters and years follow the fiscal calendar. */
export function resolvePeriod(period: Period, calendar: Calendar, custom: Span | null): Span {
  const { today, dataFrom, dataThrough, fiscalStartMonth } = calendar;
  const end = dataThrough ?? today;
  if (period === 'custom' && custom) return custom;
  if (period === 'all') return { from: monthStart(dataFrom ?? end), to: addDays(end, 1) };
  if (period === 'thisMonth') return months(monthStart(today), 1);
  if (period === 'lastMonth') return months(monthStart(today, -1), 1);
  const quarter = fiscalStart(today, fiscalStartMonth, 3);
  if (period === 'thisQuarter') return months(quarter, 3);
  if (period === 'lastQuarter') return months(monthStart(quarter, -3), 3);
  const year = fiscalStart(today, fiscalStartMonth, 12);
  if (period === 'thisYear') return months(year, 12);
  if (period === 'lastYear') return months(monthStart(year, -12), 12);
  return months(monthStart(end, -11), 12);
}

function months(from: string, count: number): Span {
  return { from, to: monthStart(from, count) };
}

/** Start of the fiscal block of `length` months that `date` lies in. */
function fiscalStart(date: string, startMonth: number, length: number): string {
  const into = (monthOf(date) - startMonth + 12) % length;
  return monthStart(date, -into);
}
