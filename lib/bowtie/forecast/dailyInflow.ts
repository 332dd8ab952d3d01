import { addDays, type Day } from '../localDay.ts';
import { ratio } from '../ratio.ts';

/**
 * Entries that the days up to the end are to bring, the last day first.
 *
 * recent = entries of the days [since, until); per day, weighed by the season of the calendar month
 * (`weights`, January first; null: even): day = recent x weight(day) / sum of weights of the recent
 * days. Runs back from the day before `end` to `from`. Source: definitions, section 8 (4, 11).
 * @example
 * const june = { recent: 60, since: '2026-05-02', until: '2026-07-01' };
 * dailyInflow(june, { from: '2026-12-30', end: '2027-01-01' }, null) // => [1, 1]
 * const weights = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0.5];
 * dailyInflow(june, { from: '2026-12-30', end: '2027-01-01' }, weights) // => [0.5, 0.5]
 */
export function dailyInflow(
  { recent, since, until }: { recent: number; since: Day; until: Day },
  { from, end }: { from: Day; end: Day },
  weights: readonly number[] | null,
): number[] {
  const weightOf = (day: Day) => weights?.[Number(day.slice(5, 7)) - 1] ?? 1;
  let sum = 0;
  for (let day = since; day < until; day = addDays(day, 1)) sum += weightOf(day);
  const each = ratio(recent, sum) ?? 0;
  const daily: number[] = [];
  for (let day = addDays(end, -1); day >= from; day = addDays(day, -1)) {
    daily.push(each * weightOf(day));
  }
  return daily;
}
