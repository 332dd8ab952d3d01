import { formatCents, parseCents, sumMoney } from '#lib/bowtie/money.ts';
import {
  FORECAST_CAUSES,
  type ForecastCause,
  type PlanForecast,
} from '#lib/contract/planForecast.ts';
import { niceTicks } from '../loop/niceTicks.ts';
import type { Cell } from '../toCsv.ts';

export type CauseName = ForecastCause['cause'];

/** One reason over all that it is about, and where it takes the projection from and to. */
export type CauseStep = {
  cause: CauseName;
  records: number | null;
  arr: string;
  from: number;
  to: number;
  parts: ForecastCause[];
};

export type CauseView = {
  before: string;
  after: string;
  change: string;
  steps: CauseStep[];
  ticks: number[];
};

/** The way from the projection of last week to that of now; of one segment or of all. */
export function forecastCauses(forecast: PlanForecast, tier: string | null): CauseView | null {
  if (forecast.change === null) return null;
  const own = forecast.change.causes.filter(({ segment }) => tier === null || segment === tier);
  const after = projectedOf(forecast, tier);
  const change = sumMoney(own.map(({ arr }) => arr));
  const before = formatCents(parseCents(after) - parseCents(change));
  let level = Number(before);
  const steps = FORECAST_CAUSES.flatMap((cause): CauseStep[] => {
    const parts = own.filter((one) => one.cause === cause);
    const arr = sumMoney(parts.map((one) => one.arr));
    if (Number(arr) === 0) return [];
    const from = level;
    level += Number(arr);
    const known = parts.flatMap(({ records }) => (records === null ? [] : [records]));
    const records = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
    return [{ cause, records, arr, from, to: level, parts }];
  });
  const levels = [Number(before), Number(after), ...steps.map(({ to }) => to)];
  const ticks = niceTicks(Math.min(...levels), Math.max(...levels), 4);
  return { before, after, change, steps, ticks };
}

/** The projection of one segment, or of all. */
export function projectedOf({ parts }: PlanForecast, tier: string | null): string {
  const own = parts.filter(({ segment }) => tier === null || segment === tier);
  return sumMoney(own.map(({ arr }) => arr));
}

/** The reasons that moved it most, in whatever direction. */
export function mainCauses({ steps }: CauseView, most = 3): CauseStep[] {
  const size = ({ arr }: CauseStep) => Math.abs(Number(arr));
  return steps.toSorted((a, b) => size(b) - size(a)).slice(0, most);
}

/** Every reason by segment as a file has it. */
export function causesSheet({ change }: PlanForecast): Cell[][] {
  const rows = change?.causes.map(({ cause, segment, records, arr }) => [
    ...[cause, segment, records, arr],
  ]);
  return [['cause', 'segment', 'records', 'arr'], ...(rows ?? [])];
}
