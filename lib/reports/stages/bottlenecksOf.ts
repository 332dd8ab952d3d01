import { type BreakPoint, breakPoint } from '#lib/bowtie/breakPoint.ts';
import { closeGap } from '#lib/bowtie/closeGap.ts';
import {
  type ConversionStats,
  conversionStats,
  outcomeCounts,
} from '#lib/bowtie/conversionStats.ts';
import { UNKNOWN } from '#lib/bowtie/dimensions.ts';
import { mergeHistograms } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import type { Day } from '#lib/bowtie/localDay.ts';
import { toCents } from '#lib/bowtie/money.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
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
  /** By week, group and stage. */
  cohorts: readonly Cohort[];
  /** Of the whole period by pod, or by pod and group as a JSON list. */
  pods: readonly Cohort[];
  quarterly: Map<LadderStage, TrendSeries>;
  wins: readonly { group: string; wins: number; amount: string }[];
  own: readonly BenchmarkRow[];
  day: Day;
  starts: readonly Instant[];
  /** The end of the period, or now where that is earlier. */
  end: Instant;
  days: number;
};

/** A best quarter or pod of fewer is chance. */
const ENOUGH = 20;

type Rated = { from: LadderStage; to: LadderStage; weekly: Cohort[]; stats: ConversionStats };
type Context = { facts: Facts; group: string; one: Rated; downstream: number | null; win: Win };
type Win = { amount: string | null; value: number | null; wins: number };

/** The conversions of one group, in the order of the ladder. */
export function bottlenecksOf(facts: Facts, group: string): Bottleneck[] {
  const { by } = facts.query;
  const rated = facts.pairs.map(([from, to]): Rated => {
    const weekly = facts.cohorts.filter((one) => one.group === group && one.stage === from);
    const histogram = mergeHistograms(weekly.map((one) => one.histogram));
    return { from, to, weekly, stats: conversionStats(histogram, facts.query) };
  });
  const win = winOf(facts, group);
  return rated.map((one, place) => {
    const further = rated.slice(place + 1).filter(({ to }) => isBefore(to, rated));
    const downstream = productOf(further.map(({ stats }) => rateOf(stats)));
    const context = { facts, group, one, downstream, win };
    const { base, advanced, open, rate, interval } = one.stats;
    return {
      key: by === null ? {} : { [by]: group },
      from: one.from,
      to: one.to,
      base,
      advanced,
      open,
      rate: rateOf(one.stats) ?? rate,
      interval: one.stats.matured ? one.stats.matured.interval : interval,
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

function rateOf({ matured, rate }: ConversionStats): number | null {
  return matured?.rate ?? rate;
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
  const own = rateOf(one.stats);
  if (own === null || downstream === null || win.amount === null || facts.days <= 0) return null;
  const gain = closeGap({
    entries: one.stats.base,
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
  const pods = facts.pods.flatMap((cohort) => {
    const [pod, value] = by === null || by === 'pod' ? [cohort.group] : asPair(cohort.group);
    const mine = value === undefined || value === group;
    if (cohort.stage !== one.from || !mine || pod === undefined || pod === UNKNOWN) return [];
    const stats = conversionStats(cohort.histogram, facts.query);
    const rate = rateOf(stats);
    return stats.base < ENOUGH || rate === null ? [] : [{ pod, rate, base: stats.base }];
  });
  const best = pods.sort((a, b) => b.rate - a.rate)[0];
  return best === undefined ? null : targetOf(context, best.rate, best.pod, best.base);
}

function asPair(group: string): readonly string[] {
  return JSON.parse(group) as string[];
}

/** The week from which on the rate of ended entries is another one, and what a fall costs. */
function changeOf(context: Context): Bottleneck['changed'] {
  const { facts, one } = context;
  const points = facts.weeks.map((_, bucket) => {
    const cohort = one.weekly.find((each) => each.bucket === bucket);
    if (cohort === undefined) return { ended: 0, advanced: 0, base: 0 };
    const { base, open, advanced } = outcomeCounts(cohort.histogram, facts.query.windowDays);
    return { ended: base - open, advanced, base };
  });
  const found = breakPoint(points);
  const on = found && facts.weeks[found.index]?.from;
  if (!found || !on) return null;
  const [before, after] = [sideOf(found.before), sideOf(found.after)];
  const entries = points.slice(found.index).reduce((sum, point) => sum + point.base, 0);
  return { on, before, after, arr_a_year: costOf(context, found, entries) };
}

function sideOf({ ended, advanced }: BreakPoint['before']) {
  return { ended, advanced, rate: ratio(advanced, ended) ?? 0 };
}

function costOf(context: Context, found: BreakPoint, entries: number): string | null {
  const { facts, downstream, win } = context;
  const [before, after] = [sideOf(found.before), sideOf(found.after)];
  const days = (facts.end - (facts.starts[found.index] ?? facts.end)) / DAY_MS;
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
