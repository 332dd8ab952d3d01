import { quantile } from '../quantile.ts';
import { formatMoney } from './formatMoney.ts';
import type { ChainStep } from './planChain.ts';
import type { ConversionKey, PlanInput } from './planTypes.ts';
import { createRandom, drawBeta, drawVolume, type Random } from './random.ts';
import { flowTotal, type SegmentFlows, segmentFlows } from './segmentFlows.ts';
import { type StageLimits, servedShare, stageLimits } from './stageLimits.ts';

/** What was seen of a rate in mature cohorts. */
export type Evidence = { successes: number; trials: number };
/** How many enter a stage over the plan, the locked part included, and how widely it scatters. */
export type Volume = { mean: number; dispersion: number };

export type Uncertainty = {
  runs: number;
  seed: number;
  evidence?: Readonly<Record<ConversionKey, Evidence>> | undefined;
  /** By segment: where a tier has evidence of its own, its rates are drawn for it alone. */
  own_evidence?: Readonly<Record<string, Readonly<Record<ConversionKey, Evidence>>>> | undefined;
  volumes?: Readonly<Record<string, Volume | undefined>> | undefined;
};

/** ARR at the end of the plan over all runs; amounts are decimal strings. */
export type Odds = {
  p10: string;
  p25: string;
  p50: string;
  p75: string;
  p90: string;
  p_hit: number;
  mean: string;
  seed: number;
  runs: number;
};

/**
 * The odds of a plan: many years drawn, each with rates, volumes and the heads that are there.
 *
 * A rate with evidence is drawn from Beta(successes + 1, failures + 1), one draw for all segments,
 * or with evidence of its own one for that segment; a stage with a volume takes a negative binomial
 * draw over the plan, split by what the segments require; everything else is as planned. Result =
 * target + sum of new ARR x (wins drawn / wins planned - 1), a stage never above what its heads can
 * handle. Lags move wins between the months, each win month draws on all lags, so the year's total
 * keeps them. Without variance every run is the deterministic plan, exactly. P(hit) = share of runs
 * with result >= target (half a cent is no miss). Percentiles: R type 7. Source: definitions,
 * section 8 (9).
 * @example
 * const bare = { key: 'all', opening_arr: '0', nrr: 1, share: 1, acv: '10', discount: 0, lags: {} };
 * const segments = [{ ...bare, conversions: { 'sal>won': 0.25 } }];
 * const plan = { start: '2027-01-01', months: 12, target_arr: '400', segments, capacity: [] };
 * const sure = simulatePlan({ ...plan, rounding: 'none' }, { runs: 100, seed: 1 });
 * [sure.p10, sure.p90, sure.p_hit] // => ['400.00', '400.00', 1]
 * const evidence = { 'sal>won': { successes: 30, trials: 120 } };
 * const told = simulatePlan({ ...plan, rounding: 'none' }, { runs: 100, seed: 1, evidence });
 * Number(told.p10) < Number(told.p90) // => true
 */
export function simulatePlan(plan: PlanInput, uncertainty: Uncertainty): Odds {
  const results = simulateResults(plan, uncertainty);
  const target = Number(plan.target_arr);
  let hits = 0;
  let sum = 0;
  for (const result of results) {
    if (result >= target - 0.005) hits += 1;
    sum += result;
  }
  const { runs, seed } = uncertainty;
  const sorted = results.sort();
  const at = (p: number) => formatMoney(quantile(sorted, p) ?? 0);
  return {
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p_hit: hits / runs,
    mean: formatMoney(sum / runs),
    seed,
    runs,
  };
}

/**
 * The ARR at the end of the plan of every run, in the order of drawing: what `simulatePlan` sorts.
 * Source: definitions, section 8 (9).
 * @example
 * const plan = { start: '2027-01-01', months: 12, target_arr: '5', segments: [], capacity: [] };
 * [...simulateResults({ ...plan, rounding: 'none' }, { runs: 2, seed: 1 })] // => [5, 5]
 */
export function simulateResults(plan: PlanInput, uncertainty: Uncertainty): Float64Array {
  const flows = segmentFlows(plan);
  const target = Number(plan.target_arr);
  const results = new Float64Array(uncertainty.runs);
  drawFactors(plan, flows, uncertainty, (run, factors) => {
    let result = target;
    flows.forEach((one, i) => {
      if (one.newArr > 0) result += one.newArr * ((factors[i] ?? 0) - 1);
    });
    results[run] = result;
  });
  return results;
}

/**
 * Draws every run: `visit` is told its wins as multiples of the planned ones, a number per segment
 * (the same list each time). Source: definitions, section 8 (9).
 * @example
 * const seen = [];
 * const plan = { start: '2027-01-01', months: 12, target_arr: '5', segments: [], capacity: [] };
 * drawFactors(plan, [], { runs: 2, seed: 1 }, (run) => seen.push(run));
 * seen // => [0, 1]
 */
export function drawFactors(
  plan: PlanInput,
  flows: readonly SegmentFlows[],
  uncertainty: Uncertainty,
  visit: (run: number, factors: Float64Array) => void,
): void {
  const limits = stageLimits(flows, plan);
  const draws = drawsOf(flows, uncertainty);
  const random = createRandom(uncertainty.seed);
  const factors = new Float64Array(flows.length);
  for (let run = 0; run < uncertainty.runs; run += 1) {
    draws.draw(random);
    flows.forEach((one, i) => {
      factors[i] = factorOf(one, draws, limits);
    });
    visit(run, factors);
  }
}

type Draws = {
  draw: (random: Random) => void;
  rates: Map<ConversionKey, number>;
  /** Drawn entries of a stage / required entries of all segments. */
  volumes: Map<string, number>;
};

function drawsOf(flows: readonly SegmentFlows[], uncertainty: Uncertainty): Draws {
  const { evidence, own_evidence, volumes } = uncertainty;
  const used = new Set(flows.flatMap(({ chain }) => chain.map(({ key }) => key)));
  const isUsed = ([key]: [string, Evidence]) => used.has(key) || key === 'won>onboarded';
  const shared = Object.entries(evidence ?? {}).filter(isUsed);
  const own = flows.flatMap(({ segment }) =>
    Object.entries(own_evidence?.[segment.key] ?? {})
      .filter(isUsed)
      .map(([key, one]) => [ofSegment(segment.key, key), one] as const),
  );
  const seen = [...shared, ...own];
  const required = Object.entries(volumes ?? {}).flatMap(([stage, volume]) => {
    const total = flows.reduce((sum, { entries }) => {
      const flow = entries.get(stage);
      return sum + (flow === undefined ? 0 : flowTotal(flow));
    }, 0);
    return volume === undefined || total === 0 ? [] : [{ stage, volume, total }];
  });
  const draws: Draws = {
    rates: new Map(),
    volumes: new Map(),
    draw: (random) => {
      for (const [key, { successes, trials }] of seen) {
        draws.rates.set(key, drawBeta(random, successes + 1, trials - successes + 1));
      }
      for (const { stage, volume, total } of required) {
        draws.volumes.set(stage, drawVolume(random, volume.mean, volume.dispersion) / total);
      }
    },
  };
  return draws;
}

function ofSegment(segment: string, key: ConversionKey): string {
  return `${segment}\0${key}`;
}

/** A segment's own draw, else that of all; undefined where the rate is as planned. */
function drawnRate(rates: Draws['rates'], segment: string, key: ConversionKey): number | undefined {
  return rates.get(ofSegment(segment, key)) ?? rates.get(key);
}

/** Wins of a run / planned wins: from the first stage on, each within what its heads can do. */
function factorOf(one: SegmentFlows, { rates, volumes }: Draws, limits: StageLimits): number {
  if (one.wins === 0) return 0;
  const own = limits.get(one.segment.key);
  let factor = 1;
  for (let i = one.chain.length - 1; i >= 0; i -= 1) {
    const step: ChainStep | undefined = one.chain[i];
    if (step === undefined) continue;
    factor = servedShare(own?.get(step.stage), volumes.get(step.stage) ?? factor);
    const drawn = drawnRate(rates, one.segment.key, step.key);
    if (drawn !== undefined) factor *= drawn / step.rate;
  }
  factor = servedShare(own?.get('won'), factor);
  const live = one.segment.conversions['won>onboarded'];
  const stays = drawnRate(rates, one.segment.key, 'won>onboarded');
  return live === undefined || stays === undefined ? factor : (factor * stays) / live;
}
