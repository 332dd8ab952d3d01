import { formatMoney } from '../plan/formatMoney.ts';
import {
  createRandom,
  drawBeta,
  drawGamma,
  drawNormal,
  drawVolume,
  type Random,
} from '../plan/random.ts';
import { quantile } from '../quantile.ts';
import { drawBinomial } from './drawBinomial.ts';

/** Records that win together: so many, each with this chance, over these conversions. */
export type WinGroup = { count: number; chance: number; over: readonly string[] };

/** What of a segment is not certain. */
export type OddsSegment = {
  groups: readonly WinGroup[];
  /** Records still to come; how widely their count scatters (null: it does not). */
  coming: WinGroup & { dispersion: number | null };
  /** ARR of a win and its standard deviation. */
  value: number;
  spread: number;
  signed: { count: number; chance: number; arr: number };
  /** Contracts that fall due, their ARR, and the share kept, seen over so many. */
  due: { count: number; arr: number; kept: number; seen: number };
};

export type OddsInputs = {
  runs: number;
  seed: number;
  /** What is certain: the ARR of today. */
  base: number;
  /** By name: the share of `seen` entries that advanced. */
  rates: Readonly<Record<string, { rate: number; seen: number }>>;
  segments: readonly OddsSegment[];
  /** Growth and loss of customers apart from renewals: mean and standard deviation. */
  drift: { mean: number; spread: number };
  target: number | null;
};

export type ForecastOdds = {
  p10: string;
  p50: string;
  p90: string;
  /** null: there is no target. */
  p_hit: number | null;
  mean: string;
  seed: number;
  runs: number;
};

/**
 * The odds of a projection: many ends of the year drawn from what is not certain.
 *
 * Each run draws every rate from Beta(rate x seen, (1 - rate) x seen), as sure as its base; of each
 * group a binomial number of wins; records to come negative binomial; the ARR of k wins from a
 * gamma of their mean and variance; renewals by contract; the drift of customers from a normal.
 * The mean of the runs is the projection. P(hit) = share of runs at or above the target. Same seed,
 * same odds. Source: definitions, section 8 (9, 11).
 * @example
 * const none = { count: 0, chance: 0, over: [], dispersion: null };
 * const due = { count: 0, arr: 0, kept: 1, seen: 0 };
 * const signed = { count: 1, chance: 1, arr: 5 };
 * const sure = { groups: [], coming: none, value: 0, spread: 0, signed, due };
 * const rest = { rates: {}, segments: [sure], drift: { mean: 0, spread: 0 }, target: 105 };
 * const { p10, p90, p_hit } = forecastOdds({ runs: 9, seed: 1, base: 100, ...rest });
 * [p10, p90, p_hit] // => ['105.00', '105.00', 1]
 */
export function forecastOdds(inputs: OddsInputs): ForecastOdds {
  const { runs, seed, base, rates, segments, drift, target } = inputs;
  const random = createRandom(seed);
  const results = new Float64Array(runs);
  const names = Object.keys(rates);
  const lifts: Record<string, number> = {};
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) lifts[name] = liftOf(random, rates[name]);
    let result = base + drawAround(random, drift);
    for (const one of segments) result += drawSegment(random, one, lifts);
    results[run] = result;
  }
  const mean = results.reduce((sum, one) => sum + one, 0) / runs;
  const hits = target === null ? 0 : results.filter((one) => one >= target - 0.005).length;
  const sorted = results.sort();
  const at = (p: number) => formatMoney(quantile(sorted, p) ?? 0);
  const p_hit = target === null ? null : hits / runs;
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), p_hit, mean: formatMoney(mean), seed, runs };
}

/** A drawn rate as a multiple of the measured one. */
function liftOf(random: Random, known: { rate: number; seen: number } | undefined): number {
  const { rate = 0, seen = 0 } = known ?? {};
  if (rate <= 0 || rate >= 1 || seen <= 0) return 1;
  return drawBeta(random, rate * seen, (1 - rate) * seen) / rate;
}

function drawSegment(
  random: Random,
  { groups, coming, value, spread, signed, due }: OddsSegment,
  lifts: Readonly<Record<string, number>>,
): number {
  const chanceOf = ({ chance, over }: WinGroup) =>
    over.reduce((product, name) => product * (lifts[name] ?? 1), chance);
  let wins = 0;
  for (const group of groups) wins += drawBinomial(random, group.count, chanceOf(group));
  if (coming.count > 0) {
    const { count, dispersion } = coming;
    const came = dispersion === null ? count : drawVolume(random, count, dispersion);
    wins += drawBinomial(random, Math.round(came), chanceOf(coming));
  }
  const began = drawBinomial(random, signed.count, signed.chance);
  const drawn = signed.count > 0 ? (signed.arr * began) / signed.count : 0;
  return drawWins(random, { wins, value, spread }) + drawn - drawLoss(random, due);
}

/** The ARR of so many wins together. */
function drawWins(random: Random, of: { wins: number; value: number; spread: number }): number {
  const { wins, value, spread } = of;
  if (wins === 0 || value <= 0) return 0;
  if (spread <= 0) return wins * value;
  const shape = (value * value) / (spread * spread);
  return (drawGamma(random, wins * shape) * value) / shape;
}

function drawLoss(random: Random, { count, arr, kept, seen }: OddsSegment['due']): number {
  if (count === 0 || kept >= 1) return 0;
  const share = kept * liftOf(random, { rate: kept, seen });
  return (arr * drawBinomial(random, count, 1 - share)) / count;
}

/** Gains or losses with this mean: normal, so that a mean near 0 may be of either sign. */
function drawAround(random: Random, { mean, spread }: OddsInputs['drift']): number {
  return spread <= 0 ? mean : mean + spread * drawNormal(random);
}
