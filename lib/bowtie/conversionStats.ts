import type { DurationHistogram } from './durationHistogram.ts';
import { DAY_MS } from './entryOutcome.ts';
import { cellsUpTo } from './incidence.ts';
import { type HorizonOptions, type Matured, maturedRate } from './maturedRate.ts';
import { histogramQuantiles } from './quantile.ts';
import { ratio } from './ratio.ts';
import { wilsonInterval } from './wilsonInterval.ts';

export type OutcomeCounts = {
  base: number;
  advanced: number;
  lost: number;
  no_decision: number;
  expired: number;
  open: number;
};

export type DaysToAdvance = {
  n: number;
  p25: number | null;
  p50: number | null;
  p75: number | null;
  out_of_order: number;
};

/** The numbers of a conversion on the wire (cohort clock), all but its two stage keys. */
export type ConversionStats = OutcomeCounts & {
  rate: number | null;
  interval: [number, number] | null;
  matured: Matured | null;
  days: DaysToAdvance;
  approximate: boolean;
};

/** The part of a histogram that ended (or is open) within the window: the first `size` cells. */
function withinWindow(histogram: DurationHistogram, windowDays: number | null): number {
  return windowDays === null ? histogram.ms.length : cellsUpTo(histogram, windowDays);
}

function sum(column: ArrayLike<number>, from: number, to: number): number {
  let total = 0;
  for (let i = from; i < to; i += 1) total += column[i] ?? 0;
  return total;
}

/**
 * How the entries of a conversion ended, with or without a window of whole days.
 *
 * Identity: base = advanced + lost + no_decision + expired + open. An entry that ended after the
 * window, or is open and older than it, is `expired`. Source: definitions, section 4.
 * @example
 * const advanced = { ...EMPTY_CELL, ms: 4 * DAY_MS, advanced: 1 };
 * const h = durationHistogram([advanced, { ...EMPTY_CELL, ms: 20 * DAY_MS, lost: 1 }]);
 * outcomeCounts(h) // => { base: 2, advanced: 1, lost: 1, no_decision: 0, expired: 0, open: 0 }
 * outcomeCounts(h, 14) // => { base: 2, advanced: 1, lost: 0, no_decision: 0, expired: 1, open: 0 }
 */
export function outcomeCounts(
  histogram: DurationHistogram,
  windowDays: number | null = null,
): OutcomeCounts {
  const { length } = histogram.ms;
  const inside = withinWindow(histogram, windowDays);
  const within = countEnds(histogram, 0, inside);
  const { advanced, lost, no_decision, open } = within;
  const expired = sumOf(countEnds(histogram, inside, length));
  return { base: sumOf(within) + expired, advanced, lost, no_decision, expired, open };
}

type Ends = Omit<OutcomeCounts, 'base' | 'expired'>;

/** In one walk: four of them take longer than what they find is worth. */
function countEnds(
  { advanced, lost, noDecision, open }: DurationHistogram,
  from: number,
  to: number,
): Ends {
  let [a, l, n, o] = [0, 0, 0, 0];
  for (let i = from; i < to; i += 1) {
    a += advanced[i] ?? 0;
    l += lost[i] ?? 0;
    n += noDecision[i] ?? 0;
    o += open[i] ?? 0;
  }
  return { advanced: a, lost: l, no_decision: n, open: o };
}

function sumOf({ advanced, lost, no_decision, open }: Ends): number {
  return advanced + lost + no_decision + open;
}

function inDays(ms: number | null): number | null {
  return ms === null ? null : ms / DAY_MS;
}

function daysToAdvance(histogram: DurationHistogram, windowDays: number | null): DaysToAdvance {
  const inside = withinWindow(histogram, windowDays);
  const timed = { values: histogram.ms, counts: histogram.timed };
  const [p25, p50, p75] = histogramQuantiles(timed, [0.25, 0.5, 0.75], inside).map(inDays);
  return {
    n: sum(histogram.timed, 0, inside),
    p25: p25 ?? null,
    p50: p50 ?? null,
    p75: p75 ?? null,
    out_of_order: sum(histogram.outOfOrder, 0, inside),
  };
}

/**
 * All numbers of a conversion in the cohort clock, from the durations of its entries.
 *
 * Counts with the identity of `outcomeCounts`, the rate advanced / base with its Wilson interval,
 * the matured rate, and the days to advance over advanced entries (within the window) of which
 * neither end is implied. An empty base keeps the item, with zeros and nulls. Unrounded.
 * Source: definitions, sections 4 to 6.
 * @example
 * const advanced = { ...EMPTY_CELL, ms: 1.5 * DAY_MS, advanced: 2, timed: 1 };
 * const h = durationHistogram([advanced, { ...EMPTY_CELL, ms: 40 * DAY_MS, open: 1 }]);
 * const stats = conversionStats(h);
 * [stats.base, stats.advanced, stats.open, stats.rate] // => [3, 2, 1, 0.6666666666666666]
 * stats.matured // => null
 * stats.days // => { n: 1, p25: 1.5, p50: 1.5, p75: 1.5, out_of_order: 0 }
 */
export function conversionStats(
  histogram: DurationHistogram,
  options: HorizonOptions = {},
): ConversionStats {
  const windowDays = options.windowDays ?? null;
  const counts = outcomeCounts(histogram, windowDays);
  return {
    ...counts,
    rate: ratio(counts.advanced, counts.base),
    interval: wilsonInterval(counts.advanced, counts.base),
    matured: maturedRate(histogram, options),
    days: daysToAdvance(histogram, windowDays),
    approximate: false,
  };
}

/**
 * A conversion in the period clock: two flows, no outcomes. The rate may exceed 1.
 * Source: definitions, section 5.
 * @example
 * periodConversion(4, 6).rate // => 1.5
 * periodConversion(0, 6).rate // => null
 */
export function periodConversion(base: number, advanced: number) {
  const none = { lost: null, no_decision: null, expired: null, open: null };
  const statistics = { interval: null, matured: null, days: null };
  return {
    base,
    advanced,
    ...none,
    rate: ratio(advanced, base),
    ...statistics,
    approximate: false,
  };
}

/**
 * Conversion from the first stage that is on: base = its cohort, advanced = those that entered the
 * stage by `as_of`, at or after their entry into the first. Ignores the window.
 * Source: definitions, section 5.
 * @example
 * fromFirst(1200, 300) // => { base: 1200, advanced: 300, rate: 0.25 }
 * fromFirst(0, 0) // => { base: 0, advanced: 0, rate: null }
 */
export function fromFirst(base: number, advanced: number) {
  return { base, advanced, rate: ratio(advanced, base) };
}
