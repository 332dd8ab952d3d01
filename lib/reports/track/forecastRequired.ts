import { formatCents } from '#lib/bowtie/money.ts';
import { formatMoney } from '#lib/bowtie/plan/formatMoney.ts';
import { requiredRunRate } from '#lib/bowtie/plan/pacing.ts';
import type { PlanForecast } from '#lib/contract/planForecast.ts';
import { DAYS_A_MONTH } from '../plan/measured.ts';
import type { ForecastMoment } from './forecastMoment.ts';

/** Months that say what came lately. */
const LATELY = 3;

/** What it takes from here to the target, beside what came lately. */
export function forecastRequired(
  { facts, daysLeft, segments }: ForecastMoment,
  { target, arr }: { target: string; arr: string },
): PlanForecast['required'] {
  const left = daysLeft / DAYS_A_MONTH;
  const actual = segments.reduce((sum, one) => sum + Number(one.arr), 0);
  const required = requiredRunRate({ target: Number(target), actual, left });
  const months = facts.arr.total.periods.slice(-LATELY);
  const came = (months.at(-1)?.end ?? 0n) - (months[0]?.start ?? 0n);
  return {
    missing: formatMoney(Math.max(0, Number(target) - Number(arr))),
    per_month: required === null ? null : formatMoney(required),
    recent_per_month: formatMoney(Number(formatCents(came)) / LATELY),
  };
}
