import { Temporal } from 'temporal-polyfill';
import type { RawContract } from './oracleHistory.ts';

/** Days of the calendar from `from` to the day before `to`. */
export function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(from); `${day}` < to; day = day.add({ days: 1 })) {
    days.push(day.toString());
  }
  return days;
}

const cents = (arr: string) => BigInt(Math.round(Number(arr) * 100));

/** A contract covers a day between its start and the earlier of its end and cancellation. */
function covers(contract: RawContract, day: string): boolean {
  const { starts_on, ends_on, cancelled_on = null } = contract;
  return (
    starts_on <= day &&
    (ends_on === null || day < ends_on) &&
    (cancelled_on === null || day < cancelled_on)
  );
}

/**
 * ARR in cents of each (account, group) on each of the days, day by day, from the contracts as they
 * stood at the end of `asOfDay`: later days are like it. A run of at most `graceDays` days on which
 * the whole account has nothing keeps, group by group, what it had before.
 */
export function oracleArr(
  contracts: readonly RawContract[],
  days: readonly string[],
  { asOfDay, graceDays }: { asOfDay: string; graceDays: number },
  groupOf: (contract: RawContract) => string,
): Map<string, bigint[]> {
  const units = new Map<string, bigint[]>();
  for (const account of new Set(contracts.map((one) => one.account_id))) {
    const own = contracts.filter((one) => one.account_id === account);
    const groups = [...new Set(own.map(groupOf))];
    const onDay = (group: string, day: string) =>
      own
        .filter((one) => groupOf(one) === group && covers(one, day < asOfDay ? day : asOfDay))
        .reduce((sum, one) => sum + cents(one.arr), 0n);
    const rows = groups.map((group) => days.map((day) => onDay(group, day)));
    const isNothing = (i: number) => rows.every((row) => row[i] === 0n);
    let start = 0;
    while (start < days.length) {
      let end = start;
      while (end < days.length && isNothing(end)) end += 1;
      const between = start > 0 && end < days.length;
      if (end > start && between && end - start <= graceDays) {
        for (const row of rows) row.fill(row[start - 1] ?? 0n, start, end);
      }
      start = Math.max(end, start + 1);
    }
    for (const [i, group] of groups.entries()) {
      units.set(JSON.stringify([group, account]), rows[i] ?? []);
    }
  }
  return units;
}
