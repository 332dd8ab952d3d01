import { DAY } from './oracleEntries.ts';

const Z = 1.959963984540054;

/** How long an entry took to its end, or how old it is. In days. */
export type Duration = { days: number; end: 'advanced' | 'ended' | 'open' };

/** Section 6: Wilson score interval, as the two roots of (p - x)^2 = z^2 x (1 - x) / n. */
export function oracleWilson(advanced: number, base: number): [number, number] | null {
  if (base === 0) return null;
  const a = base + Z * Z;
  const b = 2 * advanced + Z * Z;
  const c = (advanced * advanced) / base;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  return [(b - root) / (2 * a), (b + root) / (2 * a)];
}

/** R type 7. */
export function oracleQuantile(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (sorted.length - 1) * p;
  const low = sorted[Math.floor(rank)];
  const high = sorted[Math.ceil(rank)];
  if (low === undefined || high === undefined) return null;
  return low + (rank - Math.floor(rank)) * (high - low);
}

export function toDays(ms: number): number {
  return ms / DAY;
}

/** Section 6: the default horizon, or the one asked for, cut at the window. */
export function oracleHorizon(
  durations: readonly Duration[],
  asked: number | null,
  windowDays: number | null,
): number | null {
  if (durations.length === 0) return null;
  const sorted = durations.map(({ days }) => days).sort((a, b) => b - a);
  const someOpen = durations.some(({ end }) => end === 'open');
  const own = asked ?? (someOpen ? sorted[19] : sorted[0]);
  if (own === undefined) return null;
  return windowDays === null ? own : Math.min(windowDays, own);
}

/** Kaplan-Meier survival of "any end" just before `t`. */
function survivalBefore(durations: readonly Duration[], t: number): number {
  const times = new Set(durations.filter((d) => d.end !== 'open' && d.days < t).map((d) => d.days));
  let survival = 1;
  for (const time of times) {
    const atRisk = durations.filter(({ days }) => days >= time).length;
    const ended = durations.filter((d) => d.days === time && d.end !== 'open').length;
    survival *= 1 - ended / atRisk;
  }
  return survival;
}

/** F(t): the cumulative incidence of advancing by `t`. */
export function oracleIncidence(durations: readonly Duration[], t: number): number {
  const times = new Set(
    durations.filter((d) => d.end === 'advanced' && d.days <= t).map((d) => d.days),
  );
  let incidence = 0;
  for (const time of times) {
    const atRisk = durations.filter(({ days }) => days >= time).length;
    const advanced = durations.filter((d) => d.days === time && d.end === 'advanced').length;
    incidence += (survivalBefore(durations, time) * advanced) / atRisk;
  }
  return incidence;
}

function oracleVariance(durations: readonly Duration[], horizon: number): number {
  const atHorizon = oracleIncidence(durations, horizon);
  const ends = durations.filter((d) => d.end !== 'open' && d.days <= horizon);
  let sum = 0;
  for (const t of new Set(ends.map(({ days }) => days))) {
    const n = durations.filter(({ days }) => days >= t).length;
    const d = ends.filter(({ days }) => days === t).length;
    const adv = ends.filter(({ days, end }) => days === t && end === 'advanced').length;
    const s = survivalBefore(durations, t);
    const rest = atHorizon - oracleIncidence(durations, t);
    sum += n === d ? 0 : (rest ** 2 * d) / (n * (n - d));
    sum += (s ** 2 * adv * (n - adv)) / n ** 3 - (2 * rest * s * adv) / n ** 2;
  }
  return sum;
}

/** Section 6: the matured rate with its interval. */
export function oracleMatured(
  durations: readonly Duration[],
  asked: number | null,
  windowDays: number | null,
) {
  const horizon = oracleHorizon(durations, asked, windowDays);
  if (horizon === null) return null;
  const rate = oracleIncidence(durations, horizon);
  const atRisk = durations.filter(({ days }) => days >= horizon).length;
  const certain = rate < 1e-12 || rate > 1 - 1e-12;
  const deviation = Math.sqrt(Math.max(0, oracleVariance(durations, horizon)));
  const w = (Z * deviation) / (rate * Math.abs(Math.log(rate)));
  const interval = certain ? null : [rate ** Math.exp(w), rate ** Math.exp(-w)];
  return { rate, interval, horizon_days: horizon, at_risk: atRisk };
}
