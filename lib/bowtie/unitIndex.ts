import type { ArrStep } from './arrSteps.ts';
import type { Day } from './localDay.ts';
import { ARR_MOVEMENTS, arrChanges, type LoopPeriod, loopPeriod } from './loopMovements.ts';
import type { DayRange } from './periods.ts';
import type { RetentionSums } from './retention.ts';

type Steps = readonly ArrStep[];

/** All that happened before a day. */
type Until = LoopPeriod & {
  /** Of units with a single step: their balance, and how many. */
  kept: bigint;
  units: number;
};

const NOTHING: Until = { ...loopPeriod([], { from: '', to: '' }), kept: 0n, units: 0 };

/** Sums over units that are asked for many periods. */
export type UnitIndex = {
  period: (range: DayRange) => LoopPeriod;
  retention: (range: DayRange) => RetentionSums;
};

/** Running sums at the end of every day on which anything changed. */
function runningSums(units: Iterable<Steps>): { days: Day[]; sums: Until[] } {
  const byDay = new Map<Day, Until>();
  for (const steps of units) {
    for (const { day, movement, amount } of arrChanges(steps)) {
      const sum = byDay.get(day) ?? { ...NOTHING };
      byDay.set(day, sum);
      sum[movement] += amount;
      if (movement === 'new' || movement === 'reactivation') sum.customersEnd += 1;
      if (movement === 'churn') sum.customersEnd -= 1;
      if (steps.length > 1) continue;
      sum.kept += amount;
      sum.units += 1;
    }
  }
  const days = [...byDay.keys()].sort();
  let before = NOTHING;
  const sums = days.map((day) => {
    const own = byDay.get(day) ?? NOTHING;
    const sum = { ...before };
    for (const name of ARR_MOVEMENTS) sum[name] += own[name];
    sum.customersEnd += own.customersEnd;
    sum.kept += own.kept;
    sum.units += own.units;
    before = sum;
    return sum;
  });
  return { days, sums };
}

/** The last step before a date, among few. */
function balanceBefore(steps: Steps, date: Day): bigint {
  let found = 0n;
  for (const { day, arr } of steps) {
    if (day >= date) break;
    found = arr;
  }
  return found;
}

function balanceOf(sum: Until): bigint {
  return sum.new + sum.reactivation + sum.expansion - sum.contraction - sum.churn;
}

/**
 * The same as `loopPeriod` and the sums of `retention`, for units that are asked again and again.
 *
 * Balances and movements of a period are differences of running sums. Retention needs the balance
 * of a unit at two dates: of a unit with a single step both are the same, so running sums serve
 * again, and only units with several steps are looked at. Source: definitions, section 7.
 * @example
 * const once = [{ day: '2026-01-01', arr: 100n }];
 * const twice = [{ day: '2026-01-05', arr: 40n }, { day: '2026-02-01', arr: 90n }];
 * const index = unitIndex([once, twice]);
 * const february = { from: '2026-02-01', to: '2026-03-01' };
 * [index.period(february).start, index.period(february).expansion] // => [140n, 50n]
 * [index.retention(february).net, index.retention(february).kept] // => [190n, 140n]
 */
export function unitIndex(units: Iterable<Steps>): UnitIndex {
  const all = [...units];
  const { days, sums } = runningSums(all);
  const several = all.filter((steps) => steps.length > 1);
  const before = (date: Day): Until => {
    let low = 0;
    let high = days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((days[middle] ?? '') < date) low = middle + 1;
      else high = middle;
    }
    return sums[low - 1] ?? NOTHING;
  };
  return {
    period: ({ from, to }) => {
      const [a, b] = [before(from), before(to)];
      const moved = ARR_MOVEMENTS.map((name) => [name, from < to ? b[name] - a[name] : 0n]);
      return {
        ...(Object.fromEntries(moved) as LoopPeriod),
        start: balanceOf(a),
        end: balanceOf(b),
        customersStart: a.customersEnd,
        customersEnd: b.customersEnd,
      };
    },
    retention: ({ from, to }) => {
      const { kept, units: single } = before(from);
      const found = { base: kept, net: kept, kept, units: single, unitsKept: single };
      for (const steps of several) {
        const start = balanceBefore(steps, from);
        if (start === 0n) continue;
        const end = balanceBefore(steps, to);
        found.base += start;
        found.net += end;
        found.kept += end < start ? end : start;
        found.units += 1;
        if (end > 0n) found.unitsKept += 1;
      }
      return found;
    },
  };
}
