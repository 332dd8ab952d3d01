import { outcomeCounts } from '#lib/bowtie/conversionStats.ts';
import { mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import { planningHorizon } from '#lib/bowtie/forecast/planningHorizon.ts';
import { addMonths, type Day } from '#lib/bowtie/localDay.ts';
import { maturedRate, maturityAge } from '#lib/bowtie/maturedRate.ts';
import { formatCents, sumMoney, toCents } from '#lib/bowtie/money.ts';
import { lagShares, openByAge, stillOpenShares } from '#lib/bowtie/plan/lagShares.ts';
import { seasonWeights } from '#lib/bowtie/plan/seasonWeights.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { MonthsRow } from '#lib/store/countMonthsToEnd.ts';
import { LONG } from './pastMonths.ts';
import type { PlanFacts } from './planFacts.ts';

/** A measured value and what stands behind it. */
export type Measured<T> = {
  value: T;
  base: number | null;
  n: number | null;
  maturity: { horizon_days: number; at_risk: number; open: number } | null;
  /** Where these are not the twelve months of the rates. */
  span?: { from: Day; to: Day };
};

/** A segment, or null for the whole organization. */
export type Group = string | null;

/** Fewer say too little to plan with. */
export const ENOUGH = 20;
export const DAYS_A_MONTH = 30.4375;

/**
 * The matured rate of a conversion over the entries of twelve months.
 */
export function measuredRate(
  facts: PlanFacts,
  group: Group,
  stage: LadderStage,
): Measured<number> | null {
  const own = facts.cohorts.filter((one) => isOf(group, one.group) && one.stage === stage);
  const histogram = mergeHistograms(own.map((one) => one.histogram));
  const { base, advanced, open } = outcomeCounts(histogram);
  const horizonDays = planningHorizon(histogram);
  if (horizonDays === null) return null;
  const matured = maturedRate(histogram, { horizonDays });
  if (matured === null) return null;
  const { rate, horizon_days, at_risk } = matured;
  return { value: rate, base, n: advanced, maturity: { horizon_days, at_risk, open } };
}

/** P(lag = k calendar months) of the entries of 24 months that are old enough. */
export function measuredLags(
  facts: PlanFacts,
  group: Group,
  stage: LadderStage,
): Measured<number[]> | null {
  const own = facts.cohorts.filter((one) => isOf(group, one.group) && one.stage === stage);
  const age = maturityAge(mergeHistograms(own.map((one) => one.histogram)));
  const rows = facts.months.filter((one) => isOf(group, one.group) && one.stage === stage);
  const settled = age === null ? 0 : Math.ceil(age / DAYS_A_MONTH) + 1;
  const found = lagShares(rows, { settled, enough: ENOUGH });
  if (found === null) return null;
  const base = rows.reduce((sum, { entries }) => sum + entries, 0);
  const span = { from: addMonths(facts.to, -LONG), to: facts.to };
  return { value: found.shares, base, n: found.n, maturity: null, span };
}

/** Average yearly value of a win with a known amount; what was paid, after every discount. */
export function measuredAcv(facts: PlanFacts, group: Group): Measured<string> | null {
  const own = facts.wins.filter((one) => isOf(group, one.group));
  const wins = own.reduce((sum, one) => sum + one.wins, 0);
  const value = ratio(Number(sumMoney(own.map(({ amount }) => amount))), wins);
  if (value === null || value <= 0) return null;
  return { value: toCents(value.toFixed(6)), base: wins, n: wins, maturity: null };
}

/** Net or gross revenue retention of the accounts that paid twelve months ago. */
export function measuredRetention(
  { retention }: PlanFacts,
  group: Group,
  which: 'nrr' | 'grr',
): Measured<number> | null {
  const sums = group === null ? retention.total : retention.groups.get(group);
  const base = sums?.periods[0]?.customersStart ?? 0;
  const value = sums?.retention[which] ?? null;
  if (value === null) return null;
  const n = Math.round((sums?.retention.logo_retention ?? 0) * base);
  return { value, base, n, maturity: null };
}

/** ARR when the plan starts, or now where that lies ahead. */
export function measuredOpening(facts: PlanFacts, group: Group): Measured<string> | null {
  const { opening } = facts;
  const sums = group === null ? opening.total : opening.groups.get(group);
  const period = sums?.periods[0];
  if (period === undefined || period.start === 0n) return null;
  const customers = period.customersStart;
  return { value: formatCents(period.start), base: customers, n: customers, maturity: null };
}

/** Weights of the plan's calendar months from the wins of past years. */
export function measuredSeason(
  facts: PlanFacts,
  group: Group,
  planMonths: readonly number[],
): Measured<number[]> | null {
  // Whole years only, as the weights: another month more is no more of a year.
  const years = facts.pastMonths.slice(facts.pastMonths.length % 12);
  const history = years.map(({ month, entries: all }) => {
    const own = all.filter((one) => one.stage === 'won' && isOf(group, one.group));
    const wins = own.reduce((sum, { entries }) => sum + entries, 0);
    return { month: Number(month.slice(5, 7)), wins };
  });
  const value = seasonWeights(history, planMonths);
  if (value === null) return null;
  const base = history.reduce((sum, { wins }) => sum + wins, 0);
  const [first, last] = [years[0]?.month, years.at(-1)?.month];
  const span =
    first === undefined || last === undefined
      ? {}
      : { span: { from: first, to: addMonths(last, 1) } };
  return { value, base, n: base, maturity: null, ...span };
}

/** Open entries by age, and the shares still open at each age, per conversion. */
export function measuredPipeline(facts: PlanFacts, group: Group) {
  const of = (rows: readonly MonthsRow[], stage: LadderStage, whose: Group) =>
    rows.filter((one) => isOf(whose, one.group) && one.stage === stage);
  const open: Record<string, number[]> = {};
  const stillOpen: Record<string, number[]> = {};
  for (const [stage, next] of facts.pairs) {
    if (stage === 'won') continue;
    open[stage] = openByAge(of(facts.open, stage, group));
    const shares =
      stillOpenShares(of(facts.months, stage, group)) ??
      stillOpenShares(of(facts.months, stage, null));
    if (shares !== null) stillOpen[`${stage}>${next}`] = shares;
  }
  const { monthsToStart, elapsed } = facts.pipelineAt;
  return { months_to_start: monthsToStart, elapsed, open, still_open: stillOpen };
}

/** Whether a row belongs to a group. */
export function isOf(group: Group, name: string): boolean {
  return group === null || group === name;
}
