import { type ArrStep, balanceAt } from './arrSteps.ts';
import type { Day } from './localDay.ts';
import type { DayRange } from './periods.ts';

/** A cohort at the end of one period of its life; cents. */
export type CohortCell = {
  arr: bigint;
  /** The same, each unit counted at most with what it started with. */
  kept: bigint;
  /** Units with ARR left. */
  units: number;
};

/** Units whose first ARR began in one period, followed to the end of each later one. */
export type RetentionCohort = DayRange & { units: number; startArr: bigint; cells: CohortCell[] };

/**
 * Retention by start: the units that began in each period, at the end of that period (age 0) and of
 * every later one.
 *
 * A unit begins on the first day with ARR above 0, with the ARR of that day; one that began outside
 * the periods is in no cohort. Only periods that end at or before `until` have a cell: what has not
 * happened is absent, not 0. `arr / startArr` is the net, `kept / startArr` the gross retention.
 * @example
 * const months = [{ from: '2026-01-01', to: '2026-02-01' }, { from: '2026-02-01', to: '2026-03-01' }];
 * const grown = [{ day: '2026-01-05', arr: 100n }, { day: '2026-02-05', arr: 150n }];
 * const gone = [{ day: '2026-01-09', arr: 100n }, { day: '2026-02-09', arr: 0n }];
 * const [january] = retentionCohorts([grown, gone], months, '2026-03-01');
 * [january.startArr, january.cells.map((cell) => cell.arr)] // => [200n, [200n, 150n]]
 * january.cells[1] // => { arr: 150n, kept: 100n, units: 1 }
 */
export function retentionCohorts(
  units: Iterable<readonly ArrStep[]>,
  periods: readonly DayRange[],
  until: Day,
): RetentionCohort[] {
  const ended = periods.filter(({ to }) => to <= until);
  const cohorts = periods.map((period, index) => ({
    ...period,
    units: 0,
    startArr: 0n,
    cells: ended.slice(index).map(() => ({ arr: 0n, kept: 0n, units: 0 })),
  }));
  for (const steps of units) {
    const first = steps.find(({ arr }) => arr > 0n);
    const index = periods.findIndex(
      ({ from, to }) => first !== undefined && first.day >= from && first.day < to,
    );
    const cohort = cohorts[index];
    if (first === undefined || cohort === undefined) continue;
    cohort.units += 1;
    cohort.startArr += first.arr;
    cohort.cells.forEach((cell, age) => {
      const arr = balanceAt(steps, periods[index + age]?.to ?? until);
      cell.arr += arr;
      cell.kept += arr < first.arr ? arr : first.arr;
      if (arr > 0n) cell.units += 1;
    });
  }
  return cohorts;
}
