import { customersChange } from '#lib/bowtie/forecast/customersChange.ts';
import { FATES } from '#lib/bowtie/forecast/fates.ts';
import { type SalesMoment, salesChange } from '#lib/bowtie/forecast/salesChange.ts';
import { wholeCents } from '#lib/bowtie/forecast/wholeCents.ts';
import type { LoopPeriod } from '#lib/bowtie/loopMovements.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import type { ForecastCause } from '#lib/contract/planForecast.ts';
import type { ChangedRow } from '#lib/store/changedOpen.ts';
import type { Grouped, RevenueSums } from '../loop/revenue.ts';
import { type FatedEntries, forecastFates } from './forecastFates.ts';
import type { ForecastMoment, ForecastSegment } from './forecastMoment.ts';

export type Between = {
  changed: readonly ChangedRow[];
  /** What customers did between the two days. */
  booked: Grouped<RevenueSums>;
};

/** Why a projection moved between two moments: sums to the change, to the cent. */
export function forecastCauses(
  before: ForecastMoment,
  after: ForecastMoment,
  between: Between,
  change: string,
): ForecastCause[] {
  const keys = new Set([...before.segments, ...after.segments].map(({ key }) => key));
  const causes = [...keys].flatMap((key) => {
    const was = before.segments.find((one) => one.key === key);
    const is = after.segments.find((one) => one.key === key);
    const [a, b] = [was ?? nothing(is), is ?? nothing(was)];
    if (a === undefined || b === undefined) return [];
    return causesOf([before, a], [after, b], between);
  });
  const amounts = wholeCents(
    causes.map(({ amount }) => amount),
    change,
  );
  return causes.flatMap(({ amount: _, ...cause }, i) => {
    const arr = amounts[i] ?? '0.00';
    return Number(arr) === 0 && !cause.records ? [] : [{ ...cause, arr }];
  });
}

/** A segment that was not there yet, or is no more: as it is otherwise, with nothing in it. */
function nothing(one: ForecastSegment | undefined): ForecastSegment | undefined {
  if (one === undefined) return undefined;
  const { sales, customers } = one;
  return {
    ...one,
    arr: '0.00',
    sales: { ...sales, facts: { ...sales.facts, open: [], signed: [] }, daily: [] },
    customers: { ...customers, facts: { ...customers.facts, arr: 0, due: 0 } },
  };
}

type Side = [ForecastMoment, ForecastSegment];
type Amount = Omit<ForecastCause, 'arr'> & { amount: number };

function causesOf(before: Side, after: Side, { changed, booked }: Between): Amount[] {
  const [[, was], [, is]] = [before, after];
  const week = booked.groups.get(is.key)?.periods[0];
  const came = Number(formatCents((week?.new ?? 0n) + (week?.reactivation ?? 0n)));
  const early = salesMoment(before, changed, 'was', 0);
  const late = salesMoment(after, changed, 'is', came);
  const sales = salesChange(early, late);
  const { left, grew, retention } = customersChange(
    { ...was.customers, facts: { ...was.customers.facts, expansion: 0, fell: 0 } },
    { ...is.customers, facts: { ...is.customers.facts, ...fellAndGrew(week) } },
  );
  const told = { segment: is.key, records: null };
  const rest = { rates: sales.rates, value: sales.value, volumes: sales.volumes };
  const restated = Number(is.arr) - Number(was.arr) - net(week);
  return [
    ...FATES.map((fate): Amount => {
      const open = fate === 'came' || fate === 'waited' ? late.facts.open : early.facts.open;
      const records = countOf(open.filter((one) => one.fate === fate));
      return { ...told, cause: fate, records, amount: sales[fate] };
    }),
    ...Object.entries({ ...rest, grew, left, retention, restated }).map(([cause, amount]) => {
      return { ...told, cause: cause as ForecastCause['cause'], amount };
    }),
  ];
}

function salesMoment(
  [{ facts }, { key, sales }]: Side,
  changed: readonly ChangedRow[],
  side: 'was' | 'is',
  booked: number,
): SalesMoment {
  const open = forecastFates(sales.facts.open, changed, { facts, key, side });
  return { ...sales, facts: { ...sales.facts, open, booked } };
}

function fellAndGrew(week: LoopPeriod | undefined): { expansion: number; fell: number } {
  const fell = (week?.contraction ?? 0n) + (week?.churn ?? 0n);
  return { expansion: Number(formatCents(week?.expansion ?? 0n)), fell: Number(formatCents(fell)) };
}

function net(week: LoopPeriod | undefined): number {
  return week === undefined ? 0 : Number(formatCents(week.end - week.start));
}

function countOf(open: readonly FatedEntries[]): number {
  return open.reduce((sum, { count }) => sum + count, 0);
}
