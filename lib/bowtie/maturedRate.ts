import type { DurationHistogram } from './durationHistogram.ts';
import { DAY_MS } from './entryOutcome.ts';
import { baseOf, cellsUpTo, eachStep } from './incidence.ts';
import { Z95 } from './wilsonInterval.ts';

export type Matured = {
  rate: number;
  interval: [number, number] | null;
  horizon_days: number;
  at_risk: number;
};

export type HorizonOptions = { horizonDays?: number | null; windowDays?: number | null };

/** A default horizon with open entries needs this many durations at or beyond it. */
const ENOUGH = 20;

/** Entries of one duration. */
function cellTotal(h: DurationHistogram, i: number): number {
  return (h.advanced[i] ?? 0) + (h.lost[i] ?? 0) + (h.noDecision[i] ?? 0) + (h.open[i] ?? 0);
}

/** From the end: what is open is mostly older than what has ended took. */
function hasOpen({ open }: DurationHistogram): boolean {
  for (let i = open.length - 1; i >= 0; i -= 1) if ((open[i] ?? 0) > 0) return true;
  return false;
}

/** The `rank`-th largest duration in days; null where there are fewer. */
function largest(histogram: DurationHistogram, rank: number): number | null {
  let seen = 0;
  for (let i = histogram.ms.length - 1; i >= 0; i -= 1) {
    seen += cellTotal(histogram, i);
    if (seen >= rank) return (histogram.ms[i] ?? 0) / DAY_MS;
  }
  return null;
}

/**
 * The horizon H of a matured rate in days, unrounded; null where it cannot be said.
 *
 * Asked: as asked. Default: without open entries the largest duration, else the 20th largest.
 * With a window W: min(W, H). Null for an empty base, or with open entries among fewer than 20.
 * Source: definitions, section 6 (default H).
 * @example
 * const closed = durationHistogram([{ ...EMPTY_CELL, ms: 3 * DAY_MS, advanced: 1 }]);
 * horizonOf(closed, {}) // => 3
 * horizonOf(closed, { windowDays: 2 }) // => 2
 * horizonOf(durationHistogram([{ ...EMPTY_CELL, ms: DAY_MS, open: 19 }]), {}) // => null
 * horizonOf(durationHistogram([{ ...EMPTY_CELL, ms: DAY_MS, open: 20 }]), {}) // => 1
 */
export function horizonOf(histogram: DurationHistogram, options: HorizonOptions): number | null {
  if (baseOf(histogram) === 0) return null;
  const own = options.horizonDays ?? largest(histogram, hasOpen(histogram) ? ENOUGH : 1);
  return own === null ? null : Math.min(own, options.windowDays ?? own);
}

type Reached = { rate: number; variance: number };

/**
 * F(H); exactly 1 where every entry advanced, whatever the rounding of the sum. Its variance is of
 * Greenwood's type; without censoring F(1-F)/n.
 *
 * The variance needs F(H) - F(t) for every t before H. In one walk: sums of the terms of all t so
 * far, with F(now) in the place of F(H); each step moves them by what it adds to F.
 */
function reachedAt(histogram: DurationHistogram, horizonDays: number): Reached {
  const { advanced, lost, noDecision, open } = histogram;
  const end = cellsUpTo(histogram, horizonDays);
  let left = baseOf(histogram);
  let survival = 1;
  let rate = 0;
  let others = 0;
  let nobodyLeft = false;
  // With e = d / (n (n-d)), c = S(t-) d_adv / n^2 and the rest r = F(now) - F(t):
  // sums of e, r e, r^2 e; of c, r c; and of the binomial term.
  let e0 = 0;
  let e1 = 0;
  let e2 = 0;
  let c0 = 0;
  let c1 = 0;
  let own = 0;
  for (let i = 0; i < end; i += 1) {
    const reached = advanced[i] as number;
    const ended = reached + (lost[i] as number) + (noDecision[i] as number);
    if (ended > 0) {
      if (reached > 0) {
        const step = (survival * reached) / left;
        rate += step;
        e2 += step * (2 * e1 + step * e0);
        e1 += step * e0;
        c1 += step * c0;
        c0 += step / left;
        own += (survival * step * (left - reached)) / (left * left);
      }
      others += ended - reached;
      nobodyLeft = ended === left;
      if (!nobodyLeft) e0 += ended / (left * (left - ended));
      survival = (survival * (left - ended)) / left;
    }
    left -= ended + (open[i] as number);
  }
  if (others === 0 && nobodyLeft) rate = 1;
  return { rate, variance: Math.max(0, e2 + own - 2 * c1) };
}

function intervalOf({ rate, variance }: Reached): [number, number] | null {
  if (rate === 0 || rate === 1) return null;
  const w = (Z95 * Math.sqrt(variance)) / (rate * Math.abs(Math.log(rate)));
  return [rate ** Math.exp(w), rate ** Math.exp(-w)];
}

/**
 * The matured rate: the share that will have advanced by the horizon, open entries accounted for.
 *
 * Cumulative incidence F(H) of `incidence` with its 95 % interval F^exp(+-w), w = z sqrt(V) /
 * (F |ln F|); the interval is null for F = 0 and F = 1. `at_risk`: durations at or beyond H. Null
 * where `horizonOf` is. Losses compete, they are never censored. Without open entries and window
 * F equals advanced / base. Base: all entries of the histogram, outcomes without the window.
 * Source: definitions, section 6 (matured rate).
 * @example
 * const lost = { ...EMPTY_CELL, ms: 31 * DAY_MS, lost: 1 };
 * const h = durationHistogram([{ ...EMPTY_CELL, ms: 15 * DAY_MS, advanced: 1 }, lost]);
 * const { rate, interval, horizon_days, at_risk } = maturedRate(h);
 * [rate, horizon_days, at_risk] // => [0.5, 31, 1]
 * interval // => [0.005983087639145736, 0.9104100848367374]
 * maturedRate(durationHistogram([])) // => null
 */
export function maturedRate(
  histogram: DurationHistogram,
  options: HorizonOptions = {},
): Matured | null {
  const horizon = horizonOf(histogram, options);
  if (horizon === null) return null;
  const reached = reachedAt(histogram, horizon);
  let atRisk = 0;
  for (let i = histogram.ms.length - 1; i >= 0; i -= 1) {
    if ((histogram.ms[i] ?? 0) / DAY_MS < horizon) break;
    atRisk += cellTotal(histogram, i);
  }
  return {
    rate: reached.rate,
    interval: intervalOf(reached),
    horizon_days: horizon,
    at_risk: atRisk,
  };
}

/**
 * The age M in days at which a cohort may be called complete: smallest t with F(t) >= 0.95 F(H).
 *
 * Null where there is no matured rate; 0 where nothing advances by H. Give it all entries of the
 * same filters of the 24 months before `as_of`. Source: definitions, section 6 (complete points).
 * @example
 * const late = { ...EMPTY_CELL, ms: 40 * DAY_MS, advanced: 1 };
 * const h = durationHistogram([{ ...late, ms: 2 * DAY_MS, advanced: 99 }, late]);
 * maturityAge(h) // => 2
 * maturityAge(durationHistogram([])) // => null
 */
export function maturityAge(
  histogram: DurationHistogram,
  options: HorizonOptions = {},
): number | null {
  const horizon = horizonOf(histogram, options);
  if (horizon === null) return null;
  const wanted = 0.95 * reachedAt(histogram, horizon).rate;
  let age: number | null = wanted === 0 ? 0 : null;
  eachStep(histogram, horizon, ({ incidence: reached, days }) => {
    if (age === null && reached >= wanted) age = days;
  });
  return age;
}
