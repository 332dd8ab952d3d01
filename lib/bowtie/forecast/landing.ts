import type { DayCurve } from './dayCurve.ts';

/** The chance to be through all steps in time, by where one is now. */
export type Landing = {
  /** Open before step i for so many whole days. */
  open: (step: number, age: number) => number;
  /** Comes to step i in so many days from now. */
  coming: (step: number, days: number) => number;
};

/**
 * Who of those on the way arrives within the days that are left.
 *
 * `steps`: the conversions in order, each by its curve; after the last one has arrived. An open
 * entry of age a (the middle of its day) advances in k days with advanced(a + k) / share still open
 * at a, and goes on as a fresh entry: P(arrive in time | still open at this age). Steps are taken
 * as independent. Older than the curve: never. Units: days. Source: definitions, section 8 (5).
 * @example
 * const wait = { rate: 0.5, fresh: [0, 0, 0.25, 0.25], open: [1, 0.5, 0.5] };
 * const step = { ...wait, advanced: [0, 0, 0.5], ended: [0.5, 0, 0.5] };
 * const soon = landing([step], 9);
 * [soon.open(0, 1), soon.open(0, 3), soon.coming(0, 0), soon.coming(0, 9)] // => [1, 0, 0.5, 0]
 */
export function landing(steps: readonly DayCurve[], daysLeft: number): Landing {
  const size = Math.ceil(daysLeft) + 2;
  let next = Array.from({ length: size }, (_, day) => inTime(day, daysLeft));
  const after: number[][] = [];
  const enters: number[][] = [];
  for (let i = steps.length - 1; i >= 0; i -= 1) {
    after[i] = next;
    next = freshly(steps[i], next);
    enters[i] = next;
  }
  enters[steps.length] = after[steps.length - 1] ?? next;
  return {
    open: (step, age) => stillOpen(steps[step], after[step] ?? [], age),
    coming: (step, days) => between(enters[step] ?? [], days),
  };
}

/** Whether what happens about `day` days from now happens before the end. */
function inTime(day: number, left: number): number {
  if (day === 0) return left > 0 ? 1 : 0;
  return Math.min(1, Math.max(0, left - day + 0.5));
}

function freshly(curve: DayCurve | undefined, next: readonly number[]): number[] {
  const lags = curve?.fresh ?? [];
  return next.map((_, day) => {
    let sum = 0;
    for (let k = 0; k < lags.length && day + k < next.length; k += 1) {
      sum += (lags[k] ?? 0) * (next[day + k] ?? 0);
    }
    return sum;
  });
}

function stillOpen(curve: DayCurve | undefined, next: readonly number[], age: number): number {
  const { advanced = [], ended = [], open = [] } = curve ?? {};
  // It is in the middle of its day: half of what ends in this day has ended.
  const there = (open[age] ?? 0) - (ended[age] ?? 0) / 2;
  if (there <= 0) return 0;
  let sum = ((advanced[age] ?? 0) / 2) * (next[0] ?? 0);
  for (let k = 1; age + k < advanced.length && k < next.length; k += 1) {
    sum += (advanced[age + k] ?? 0) * (next[k] ?? 0);
  }
  return Math.min(1, sum / there);
}

function between(values: readonly number[], at: number): number {
  const day = Math.max(0, Math.floor(at));
  const [low, high] = [values[day] ?? 0, values[day + 1] ?? 0];
  return low + (high - low) * Math.max(0, at - day);
}
