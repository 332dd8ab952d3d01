import { addMonths, type Day, daysBetween } from './localDay.ts';

/** ARR in cents on a day. */
export type ArrOfDay = { day: Day; arr: bigint };

/** Divisible by the length of every month, so that the parts of months add up exactly. */
const MONTHS = 28n * 29n * 15n * 31n;
const MONTHS_A_YEAR = 12n;

/**
 * Recurring revenue of a span of days in cents: what their ARR brings in them.
 *
 * A month brings a twelfth of the ARR (`mrr` x 12 = ARR), each of its days an equal part: the sum
 * of ARR(day) / 12 / days of its month, exact, rounded half up to the cent once.
 * Source: definitions, section 7 (recurring share of revenue).
 * @example
 * const month = Array.from({ length: 31 }, (_, i) => ({ day: addDays('2026-01-01', i), arr: 120_00n }));
 * recurringRevenue(month) // => 1000n
 * recurringRevenue(month.slice(0, 15)) // => 484n
 * recurringRevenue([]) // => 0n
 */
export function recurringRevenue(days: readonly ArrOfDay[]): bigint {
  let parts = 0n;
  for (const [month, own] of Map.groupBy(days, ({ day }) => day.slice(0, 7))) {
    const first = `${month}-01`;
    const length = BigInt(daysBetween(first, addMonths(first, 1)));
    const sum = own.reduce((total, { arr }) => total + arr, 0n);
    parts += sum * (MONTHS / length);
  }
  const whole = MONTHS * MONTHS_A_YEAR;
  return (2n * parts + whole) / (2n * whole);
}
