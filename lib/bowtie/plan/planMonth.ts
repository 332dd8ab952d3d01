import type { Day } from '../localDay.ts';

/**
 * The months of a plan as `YYYY-MM`; months before its start have negative places. By plain
 * counting, because a plan names hundreds of them each time somebody drags.
 * @example
 * planMonth('2027-01-01', 13) // => '2028-02'
 * planMonth('2027-01-01', -1) // => '2026-12'
 */
export function planMonth(start: Day, place: number): string {
  const months = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + place;
  const year = Math.floor(months / 12);
  return `${String(year).padStart(4, '0')}-${String(months - year * 12 + 1).padStart(2, '0')}`;
}
