import { customersAhead, DAYS_A_YEAR } from '#lib/bowtie/forecast/customersAhead.ts';
import { salesAhead } from '#lib/bowtie/forecast/salesAhead.ts';
import { sumMoney } from '#lib/bowtie/money.ts';
import { formatMoney } from '#lib/bowtie/plan/formatMoney.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { ForecastPart } from '#lib/contract/planForecast.ts';
import type { ForecastMoment, ForecastSegment } from './forecastMoment.ts';

/** What a projection is made of; its sum, to the cent, is the projection. */
export function forecastParts({ facts, segments }: ForecastMoment): ForecastPart[] {
  return segments.flatMap((one) => [
    ...salesParts(facts.stages, one),
    ...(facts.source === 'none' ? [] : customerParts(one)),
  ]);
}

/** The projected ARR. */
export function forecastArr(parts: readonly ForecastPart[]): string {
  return sumMoney(parts.map(({ arr }) => arr));
}

const NOTHING = { stage: null, count: null, base: null, rate: null, value: null };

function salesParts(
  stages: ForecastMoment['facts']['stages'],
  { key, sales }: ForecastSegment,
): ForecastPart[] {
  const { pipeline, signed, inflow } = salesAhead(sales);
  const value = formatMoney(sales.value);
  const partOf = (of: { count: number; wins: number; arr: number }) => ({
    ...{ segment: key, count: of.count, rate: ratio(of.wins, of.count) },
    arr: formatMoney(of.arr),
  });
  const begun = sales.rates.steps.length > sales.rates.toWin;
  return [
    ...(begun ? [{ ...NOTHING, part: 'signed' as const, ...partOf(signed) }] : []),
    ...pipeline.map((of) => {
      const stage = stages[of.step] ?? null;
      return { ...NOTHING, part: 'pipeline' as const, ...partOf(of), stage, value };
    }),
    { ...NOTHING, part: 'inflow', ...partOf(inflow), stage: stages[0] ?? null, value },
  ];
}

function customerParts({ key, arr, customers, due }: ForecastSegment): ForecastPart[] {
  const { facts, rates } = customers;
  const told = customersAhead(customers);
  const left = facts.daysLeft / DAYS_A_YEAR;
  const own = { ...NOTHING, segment: key, base: arr };
  return [
    { ...NOTHING, part: 'actual', segment: key, arr },
    {
      ...own,
      ...{ part: 'due', count: due.count, base: formatMoney(facts.due), rate: 1 - rates.kept },
      arr: formatMoney(told.due),
    },
    { ...own, part: 'grown', rate: rates.grown * left, arr: formatMoney(told.grown) },
    { ...own, part: 'shed', rate: rates.shed * left, arr: formatMoney(told.shed) },
  ];
}
