import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { type CustomerInputs, customerRates } from '#lib/bowtie/forecast/customersAhead.ts';
import { dailyInflow } from '#lib/bowtie/forecast/dailyInflow.ts';
import type { OpenEntries, SalesInputs, SignedWins } from '#lib/bowtie/forecast/salesAhead.ts';
import { addDays, daysBetween, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import { seasonWeights } from '#lib/bowtie/plan/seasonWeights.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { ForecastRate } from '#lib/contract/planForecast.ts';
import type { DueAheadRow } from '#lib/store/dueAhead.ts';
import { orderGroups } from '../orderGroups.ts';
import { type Group, isOf } from '../plan/measured.ts';
import { forecastCurves } from './forecastCurves.ts';
import type { ForecastFacts } from './forecastFacts.ts';

/** One segment at one moment, ready to be projected. */
export type ForecastSegment = {
  key: string;
  /** ARR at the end of the day. */
  arr: string;
  sales: SalesInputs;
  customers: CustomerInputs;
  /** What the odds need beside it. */
  spread: number;
  due: { count: number; seen: number };
  rates: ForecastRate[];
};

export type ForecastMoment = {
  facts: ForecastFacts;
  daysLeft: number;
  segments: ForecastSegment[];
};

/** A change asks what would have been expected of the week before. */
const BEFORE = 14;
const EVERY_MONTH = Array.from({ length: 12 }, (_, i) => i + 1);
const NOTHING_DUE: DueAheadRow = {
  group: '',
  ...{ settled: 0, settledArr: 0, keptArr: 0, due: 0, dueArr: 0 },
};

/** What a moment's facts say of every segment: its curves, its records, its customers. */
export function forecastMoment(facts: ForecastFacts): ForecastMoment {
  const { org, asOf, end, cohorts, wins, arr } = facts;
  const seen = [...cohorts.map(({ group }) => group), ...wins.map(({ group }) => group)];
  const keys = orderGroups(org, 'segment', [...seen, ...arr.groups.keys()]);
  const daysLeft = (startOfLocalDay(end, org.timeZone) - asOf - 1) / DAY_MS;
  return { facts, daysLeft, segments: keys.map((key) => segmentOf(facts, key, daysLeft)) };
}

function segmentOf(facts: ForecastFacts, key: string, daysLeft: number): ForecastSegment {
  const { end, day } = facts;
  const curves = forecastCurves(facts, key);
  const value = winValue(facts, key) ?? winValue(facts, null) ?? { mean: 0, spread: 0 };
  const recent = facts.entered.filter(({ group }) => group === key);
  const entered = recent.reduce((sum, { entries }) => sum + entries, 0);
  const span = { recent: entered, since: facts.recent.from, until: facts.recent.to };
  const money = facts.arr.groups.get(key)?.periods ?? [];
  const due = facts.due.find(({ group }) => group === key) ?? NOTHING_DUE;
  const movedBy = (of: (one: (typeof money)[number]) => bigint) =>
    Number(formatCents(money.reduce((sum, one) => sum + of(one), 0n)));
  const arr = formatCents(money.at(-1)?.end ?? 0n);
  return {
    key,
    arr,
    sales: {
      facts: { daysLeft, open: openOf(facts, key), signed: signedOf(facts, key, value.mean) },
      rates: { steps: curves.map(({ curve }) => curve), toWin: facts.stages.length },
      value: value.mean,
      daily: dailyInflow(span, { from: addDays(day, -BEFORE), end }, seasonOf(facts)),
    },
    customers: {
      facts: { daysLeft, arr: Number(arr), due: due.dueArr },
      rates: customerRates({
        start: Number(formatCents(money[0]?.start ?? 0n)),
        end: Number(arr),
        expansion: movedBy((one) => one.expansion),
        contraction: movedBy((one) => one.contraction),
        churn: movedBy((one) => one.churn),
        due: due.settledArr,
        kept: due.keptArr,
      }),
    },
    spread: value.spread,
    due: { count: due.due, seen: due.settled },
    rates: curves.map(({ told }) => told),
  };
}

function openOf({ cohorts, stages }: ForecastFacts, key: string): OpenEntries[] {
  const counts = stages.map(() => new Map<number, number>());
  for (const { stage, group, histogram } of cohorts) {
    const own = counts[stages.indexOf(stage)];
    if (group !== key || own === undefined) continue;
    for (let i = 0; i < histogram.ms.length; i += 1) {
      const count = histogram.open[i] ?? 0;
      if (count === 0) continue;
      const age = Math.floor((histogram.ms[i] ?? 0) / DAY_MS);
      own.set(age, (own.get(age) ?? 0) + count);
    }
  }
  return counts.flatMap((own, step) => [...own].map(([age, count]) => ({ step, age, count })));
}

/** Wins whose contract has not begun; an unknown amount is that of a usual win. */
function signedOf({ wins, day }: ForecastFacts, key: string, value: number): SignedWins[] {
  const own = wins.filter((one) => one.group === key && (one.starts === null || one.starts > day));
  return own.map((one) => {
    return { age: daysBetween(one.day, day), count: 1, arr: one.amount ?? value };
  });
}

/** Mean and standard deviation of what a win of the last twelve months is worth. */
function winValue({ wins }: ForecastFacts, group: Group): { mean: number; spread: number } | null {
  const amounts = wins.flatMap(({ group: own, amount }) => {
    return amount === null || !isOf(group, own) ? [] : [amount];
  });
  const mean = ratio(sumOf(amounts), amounts.length);
  if (mean === null) return null;
  const square = ratio(sumOf(amounts.map((one) => (one - mean) ** 2)), amounts.length) ?? 0;
  return { mean, spread: Math.sqrt(square) };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}

/** Weights of the calendar months where two years are known; one year may be growth alone. */
function seasonOf({ months }: ForecastFacts): readonly number[] | null {
  if (months.length < 24) return null;
  const history = months.map(({ month, entries }) => ({ month, wins: entries }));
  return seasonWeights(history, EVERY_MONTH);
}
