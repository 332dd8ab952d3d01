import { addMonths, type Day } from '../localDay.ts';

/**
 * The months of a plan as `YYYY-MM`; months before its start have negative places.
 * @example
 * planMonth('2027-01-01', 13) // => '2028-02'
 * planMonth('2027-01-01', -1) // => '2026-12'
 */
export function planMonth(start: Day, place: number): string {
  return addMonths(start, place).slice(0, 7);
}
