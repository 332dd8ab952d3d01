import { type BreakPoint, breakPoint } from '#lib/bowtie/breakPoint.ts';
import { closeGap } from '#lib/bowtie/closeGap.ts';
import { type OutcomeCounts, outcomeCounts } from '#lib/bowtie/conversionStats.ts';
import { UNKNOWN } from '#lib/bowtie/dimensions.ts';
import { mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import type { Day } from '#lib/bowtie/localDay.ts';
import { toCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { wilsonInterval } from '#lib/bowtie/wilsonInterval.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { Bottleneck } from '#lib/contract/stages.ts';
import type { BenchmarkRow } from '#lib/store/benchmarks.ts';
import type { Cohort } from '../cohorts.ts';
import type { TrendSeries } from '../trendSeries.ts';
import { benchmarkOf } from './benchmarkOf.ts';

/** All that the store counted for one answer. */
export type Facts = {
  query: BowtieQuery;
  pairs: readonly [LadderStage, LadderStage][];
  weeks: readonly DayRange[];
  /** The instants at which the weeks begin, and the last one ends. */
  cuts: readonly Instant[];
  asOf: Instant;
  /** By week, group and stage. */
  cohorts: readonly Cohort[];
  /** By week and pod, or by week, pod and group as a JSON list. */
  pods: readonly Cohort[];
  /** Days after which 95 % of what will advance has advanced, by the stage of the entry. */
  settling: ReadonlyMap<LadderStage, number | null>;
  quarterly: Map<LadderStage, TrendSeries>;
  wins: readonly { group: string; wins: number; amount: string }[];
  own: readonly BenchmarkRow[];
  day: Day;
  /** The end of the period, or of the day of `as_of` where that is earlier. */
  end: Instant;
  days: number;
};

/** A best quarter or pod of fewer is chance. */
const ENOUGH = 20;

type Rated = {
  from: LadderStage;
  to: LadderStage;
  weekly: Cohort[];
  counts: OutcomeCounts;
  /** How many of the first weeks are old enough. */
  settledWeeks: number;
  settled: OutcomeCounts;
};
type Context = { facts: Facts; group: string; one: Rated; downstream: number | null; win: Win };
type Win = { amount: string | null; value: number | null; wins: number };

/** The conversions of one group, in the order of the ladder. */
export function bottlenecksOf(facts: Facts, group: string): Bottleneck[] {
  const { by } = facts.query;
  const rated = facts.pairs.map(([from, to]): Rated => {
    const weekly = facts.cohorts.filter((one) => one.group === group && one.stage === from);
    const settledWeeks = settledWeeksOf(facts, from);
    const settled = countsOf(facts, weekly, settledWeeks);
    return { from, to, weekly, counts: countsOf(facts, weekly), settledWeeks, settled };
  });
  const win = winOf(facts, group);
  return rated.map((one, place) => {
    const further = rated.slice(place + 1).filter(({ to }) => isBefore(to, rated));
    const downstream = productOf(further.map(({ settled }) => rateOf(settled)));
    const context = { facts, group, one, downstream, win };
    const { base, advanced, open } = one.counts;
    const { settled, settledWeeks } = one;
    return {
      key: by === null ? {} : { [by]: group },
      from: one.from,
      to: one.to,
      base,
      advanced,
      open,
      settled: {
        to: facts.weeks[settledWeeks - 1]?.to ?? facts.query.from,
        days: facts.settling.get(one.from) ?? null,
        base: settled.base,
        advanced: settled.advanced,
      },
      rate: rateOf(settled),
      interval: wilsonInterval(settled.advanced, settled.base),
      amount_per_win: win.amount,
      wins: win.wins,
      downstream,
      targets: {
        benchmark: benchmarkTarget(context),
        best_quarter: quarterTarget(context),
        best_pod: podTarget(context),
      },
      changed: changeOf(context),
    };
  });
}

/** Of the conversions behind one, only those up to the win multiply what is won. */
function isBefore(to: LadderStage, rated: readonly Rated[]): boolean {
  const knot = rated.findIndex((one) => one.to === 'won');
  return rated.findIndex((one) => one.to === to) <= knot;
}

function rateOf({ advanced, base }: OutcomeCounts): number | null {
  return ratio(advanced, base);
}

/** A week is old enough when its last entry has had the time in which most advance. */
function settledWeeksOf({ cuts, weeks, asOf, settling }: Facts, from: LadderStage): number {
  const days = settling.get(from) ?? Number.POSITIVE_INFINITY;
  const young = weeks.findIndex((_, i) => (cuts[i + 1] ?? 0) + days * DAY_MS > asOf + 1);
  return young === -1 ? weeks.length : young;
}

function countsOf(facts: Facts, cohorts: readonly Cohort[], weeks = Infinity): OutcomeCounts {
  const old = cohorts.filter(({ bucket }) => bucket < weeks);
  const histogram = mergeHistograms(old.map((one) => one.histogram));
  return outcomeCounts(histogram, facts.query.windowDays);
}

function productOf(rates: readonly (number | null)[]): number | null {
  return rates.reduce<number | null>((product, rate) => {
    return product === null || rate === null ? null : product * rate;
  }, 1);
}

function winOf({ wins }: Facts, group: string): Win {
  const own = wins.find((one) => one.group === group);
  const value = own === undefined ? null : ratio(Number(own.amount), own.wins);
  return { value, amount: value === null ? null : toCents(value.toFixed(6)), wins: own?.wins ?? 0 };
}

type Target = Bottleneck['targets']['benchmark'];

function targetOf(context: Context, rate: number, label: string, base: number | null): Target {
  const { facts, one, downstream, win } = context;
  const own = rateOf(one.settled);
  if (own === null || downstream === null || win.amount === null || facts.days <= 0) return null;
  const gain = closeGap({
    entries: one.counts.base,
    rate: own,
    target: rate,
    downstream: [downstream],
    amountPerWin: win.amount,
    days: facts.days,
  });
  return { rate, label, base, wins_a_year: gain.winsAYear, arr_a_year: gain.arrAYear };
}

function benchmarkTarget(context: Context): Target {
  const { facts, one, win } = context;
  const conversion = `${one.from}>${one.to}`;
  const found = benchmarkOf(facts.own, { conversion, day: facts.day, acv: win.value });
  if (found === null) return null;
  const about = found.band === null ? found.source : `${found.source}, ${found.band}`;
  return targetOf(context, found.value, `${about}, ${found.as_of}`, null);
}

/** The best quarter of two years whose entries have ended or are old enough. */
function quarterTarget(context: Context): Target {
  const { facts, group, one } = context;
  const series = facts.quarterly.get(one.from);
  const points = facts.query.by === null ? series?.total : series?.groups.get(group);
  const firm = (points ?? []).filter(({ complete, base = 0 }) => complete && base >= ENOUGH);
  const best = firm.reduce<(typeof firm)[number] | null>((found, point) => {
    return (point.value ?? 0) > (found?.value ?? -1) ? point : found;
  }, null);
  if (best === null || best.value === null) return null;
  return targetOf(context, best.value, `${best.from}/${best.to}`, best.base ?? null);
}

function podTarget(context: Context): Target {
  const { facts, group, one } = context;
  const { by } = facts.query;
  const mine = facts.pods.flatMap((cohort) => {
    const [pod, value] = by === null || by === 'pod' ? [cohort.group] : asPair(cohort.group);
    const other = value !== undefined && value !== group;
    if (cohort.stage !== one.from || other || pod === undefined || pod === UNKNOWN) return [];
    return [{ pod, cohort }];
  });
  const rated = [...Map.groupBy(mine, ({ pod }) => pod)].flatMap(([pod, own]) => {
    const cohorts = own.map(({ cohort }) => cohort);
    const settled = countsOf(facts, cohorts, one.settledWeeks);
    const rate = rateOf(settled);
    return settled.base < ENOUGH || rate === null ? [] : [{ pod, rate, base: settled.base }];
  });
  const best = rated.sort((a, b) => b.rate - a.rate)[0];
  return best === undefined ? null : targetOf(context, best.rate, best.pod, best.base);
}

function asPair(group: string): readonly string[] {
  return JSON.parse(group) as string[];
}

/** The week from which on the rate is another one, and what a fall costs. */
function changeOf(context: Context): Bottleneck['changed'] {
  const { facts, one } = context;
  const points = facts.weeks.map((_, bucket) => {
    // Young weeks look like a fall: those who will advance have not yet.
    const own = one.weekly.filter((each) => each.bucket === bucket && bucket < one.settledWeeks);
    const { base, advanced } = countsOf(facts, own);
    return { base, advanced };
  });
  const found = breakPoint(points);
  const on = found && facts.weeks[found.index]?.from;
  if (!found || !on) return null;
  const [before, after] = [sideOf(found.before), sideOf(found.after)];
  const entries = countsOf(facts, one.weekly.filter(isSince(found.index))).base;
  return { on, before, after, arr_a_year: costOf(context, found, entries) };
}

function isSince(index: number): (cohort: Cohort) => boolean {
  return ({ bucket }) => bucket >= index;
}

function sideOf({ base, advanced }: BreakPoint['before']) {
  return { base, advanced, rate: ratio(advanced, base) ?? 0 };
}

function costOf(context: Context, found: BreakPoint, entries: number): string | null {
  const { facts, downstream, win } = context;
  const [before, after] = [sideOf(found.before), sideOf(found.after)];
  const days = (facts.end - (facts.cuts[found.index] ?? facts.end)) / DAY_MS;
  if (after.rate >= before.rate || days <= 0) return null;
  if (downstream === null || win.amount === null) return null;
  return closeGap({
    entries,
    rate: after.rate,
    target: before.rate,
    downstream: [downstream],
    amountPerWin: win.amount,
    days,
  }).arrAYear;
}
