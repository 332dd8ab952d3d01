import { customersAhead } from '#lib/bowtie/forecast/customersAhead.ts';
import {
  type ForecastOdds,
  forecastOdds,
  type OddsSegment,
} from '#lib/bowtie/forecast/forecastOdds.ts';
import { salesAhead } from '#lib/bowtie/forecast/salesAhead.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { ForecastRate } from '#lib/contract/planForecast.ts';
import { DAYS_A_MONTH } from '../plan/measured.ts';
import type { ForecastMoment, ForecastSegment } from './forecastMoment.ts';

const RUNS = 10_000;
const SEED = 1;

/** The odds of a projection, from what stands behind its rates, prices and months. */
export function forecastOddsOf(moment: ForecastMoment, target: string | null): ForecastOdds {
  const { segments, facts, daysLeft } = moment;
  const dispersion = dispersionOf(facts.months.map(({ entries }) => entries));
  const rates = segments.flatMap((one) => one.rates);
  const ahead = segments.map(({ customers }) => customersAhead(customers));
  return forecastOdds({
    runs: RUNS,
    seed: SEED,
    base: segments.reduce((sum, { arr }) => sum + Number(arr), 0),
    rates: Object.fromEntries(
      rates.map((one) => [nameOf(one), { rate: one.rate, seen: one.base }]),
    ),
    segments: segments.map((one) => oddsSegment(one, dispersion)),
    drift: {
      mean: ahead.reduce((sum, { grown, shed }) => sum + grown + shed, 0),
      spread: monthlySpread(moment) * Math.sqrt(daysLeft / DAYS_A_MONTH),
    },
    target: target === null ? null : Number(target),
  });
}

/** Segments that share a curve share its draw. */
function nameOf({ segment, conversion, source }: ForecastRate): string {
  return `${source === 'segment' ? segment : ''}\0${conversion}`;
}

function oddsSegment(one: ForecastSegment, dispersion: number | null): OddsSegment {
  const { sales, spread, due, customers, rates } = one;
  const told = salesAhead(sales);
  const over = (step: number) => rates.slice(step).map(nameOf);
  const { signed, inflow } = told;
  return {
    groups: told.pipeline.map(({ step, count, wins }) => {
      return { count, chance: ratio(wins, count) ?? 0, over: over(step) };
    }),
    coming: {
      ...{ count: inflow.count, chance: ratio(inflow.wins, inflow.count) ?? 0, over: over(0) },
      dispersion,
    },
    value: sales.value,
    spread,
    signed: { ...signed, chance: ratio(signed.wins, signed.count) ?? 0, arr: allOf(sales) },
    due: {
      count: due.count,
      arr: customers.facts.due,
      kept: customers.rates.kept,
      seen: due.seen,
    },
  };
}

function allOf({ facts }: ForecastSegment['sales']): number {
  return facts.signed.reduce((sum, { arr }) => sum + arr, 0);
}

/** How widely months scatter beyond chance: mean^2 / (variance - mean); null where they do not. */
function dispersionOf(months: readonly number[]): number | null {
  const { mean, variance } = momentsOf(months);
  return variance > mean && mean > 0 ? (mean * mean) / (variance - mean) : null;
}

/** Standard deviation of what customers add and take in a month. */
function monthlySpread({ facts }: ForecastMoment): number {
  const months = facts.arr.total.periods.map(({ expansion, contraction, churn }) => {
    return Number(formatCents(expansion - contraction - churn));
  });
  return Math.sqrt(momentsOf(months).variance);
}

function momentsOf(values: readonly number[]): { mean: number; variance: number } {
  const sum = values.reduce((all, one) => all + one, 0);
  const mean = ratio(sum, values.length) ?? 0;
  const squares = values.reduce((all, one) => all + (one - mean) ** 2, 0);
  return { mean, variance: ratio(squares, values.length - 1) ?? 0 };
}
