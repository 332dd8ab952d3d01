import type { DurationHistogram } from './durationHistogram.ts';
import { DAY_MS } from './entryOutcome.ts';

/** One step of the Aalen-Johansen curve, at a time at which something ended. */
export type IncidenceStep = {
  days: number;
  /** At risk just before; ended; of those advanced. */
  atRisk: number;
  ended: number;
  advanced: number;
  /** Survival of "any end" just before and after. */
  survivalBefore: number;
  survival: number;
  /** Cumulative incidence of advancing, this time included. */
  incidence: number;
};

/** A histogram does not change, and every statistic of it asks for its base. */
const bases = new WeakMap<DurationHistogram, number>();

/**
 * All entries of a histogram: the base.
 * @example
 * const open = { ...EMPTY_CELL, ms: 6, open: 1 };
 * baseOf(durationHistogram([{ ...EMPTY_CELL, ms: 4, advanced: 2 }, open])) // => 3
 */
export function baseOf(histogram: DurationHistogram): number {
  const known = bases.get(histogram);
  if (known !== undefined) return known;
  const { advanced, lost, noDecision, open, ms } = histogram;
  let base = 0;
  for (let i = 0; i < ms.length; i += 1) {
    base += (advanced[i] ?? 0) + (lost[i] ?? 0) + (noDecision[i] ?? 0) + (open[i] ?? 0);
  }
  bases.set(histogram, base);
  return base;
}

/**
 * How many durations lie at or before a number of days. Source: definitions, section 6 (horizon).
 * @example
 * const h = durationHistogram([{ ...EMPTY_CELL, ms: DAY_MS }, { ...EMPTY_CELL, ms: 3 * DAY_MS }]);
 * [cellsUpTo(h, 0.5), cellsUpTo(h, 1), cellsUpTo(h, 9)] // => [0, 1, 2]
 */
export function cellsUpTo({ ms }: DurationHistogram, days: number): number {
  let [low, high] = [0, ms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ms[middle] ?? 0) / DAY_MS > days) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Walks the curve of `incidence` up to the horizon without keeping it: `visit` gets the same object
 * each time. Units and formula as there. Source: definitions, section 6 (matured rate).
 * @example
 * const seen = [];
 * const h = durationHistogram([{ ...EMPTY_CELL, ms: DAY_MS, advanced: 1, open: 1 }]);
 * eachStep(h, 9, (step) => seen.push(step.atRisk));
 * seen // => [2]
 */
export function eachStep(
  histogram: DurationHistogram,
  horizonDays: number,
  visit: (step: Readonly<IncidenceStep>) => void,
): void {
  const { ms, advanced, lost, noDecision, open } = histogram;
  const step = {
    days: 0,
    atRisk: 0,
    ended: 0,
    advanced: 0,
    survivalBefore: 1,
    survival: 1,
    incidence: 0,
  };
  let left = baseOf(histogram);
  for (let i = 0; i < ms.length; i += 1) {
    const days = (ms[i] ?? 0) / DAY_MS;
    if (days > horizonDays) return;
    const reached = advanced[i] ?? 0;
    const ended = reached + (lost[i] ?? 0) + (noDecision[i] ?? 0);
    if (ended > 0) {
      step.days = days;
      step.atRisk = left;
      step.ended = ended;
      step.advanced = reached;
      step.survivalBefore = step.survival;
      step.survival = (step.survivalBefore * (left - ended)) / left;
      step.incidence += (step.survivalBefore * reached) / left;
      visit(step);
    }
    left -= ended + (open[i] ?? 0);
  }
}

/**
 * The cumulative incidence of advancing up to `horizonDays`, step by step (Aalen-Johansen).
 *
 * F(t) = sum of S(t-) d_adv / n; S is the Kaplan-Meier survival of "any end"; `lost` and
 * `no_decision` compete, only open entries are censored; at equal times ends come before
 * censorings. Steps only at times with an end. Units: days of 86,400 s. O(durations).
 * Source: definitions, section 6 (matured rate); Aalen and Johansen (1978).
 * @example
 * const lost = { ...EMPTY_CELL, ms: DAY_MS, lost: 1 };
 * const h = durationHistogram([lost, { ...EMPTY_CELL, ms: 2 * DAY_MS, advanced: 1 }]);
 * incidence(h, 9).map((step) => step.incidence) // => [0, 0.5]
 */
export function incidence(histogram: DurationHistogram, horizonDays: number): IncidenceStep[] {
  const steps: IncidenceStep[] = [];
  eachStep(histogram, horizonDays, (step) => steps.push({ ...step }));
  return steps;
}
