import { sumMoney } from '#lib/bowtie/money.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { ForecastPart, ForecastRate, PlanForecast } from '#lib/contract/planForecast.ts';
import type { Cell } from '../toCsv.ts';

/** One part of a projection over the segments that it is of. */
export type ForecastRow = {
  id: string;
  part: ForecastPart['part'];
  stage: LadderStage | null;
  count: number | null;
  /** Share that counts by the end; of what falls due the share that is lost. */
  share: number | null;
  arr: string;
  /** The rates that it rests on, and the value of a win by segment. */
  rates: ForecastRate[];
  values: { segment: string; value: string }[];
};

const ORDER = ['actual', 'signed', 'pipeline', 'inflow', 'due', 'grown', 'shed'] as const;

/** What a projection is made of, of one segment or of all. */
export function forecastRows(forecast: PlanForecast, tier: string | null): ForecastRow[] {
  const own = forecast.parts.filter(({ segment }) => tier === null || segment === tier);
  const rates = forecast.rates.filter(({ segment }) => tier === null || segment === tier);
  const stages = [null, ...LADDER.toReversed()];
  return ORDER.flatMap((part) =>
    stages.flatMap((stage): ForecastRow[] => {
      const parts = own.filter((one) => one.part === part && one.stage === stage);
      return parts.length === 0 ? [] : [rowOf(part, stage, parts, rates)];
    }),
  );
}

function rowOf(
  part: ForecastPart['part'],
  stage: LadderStage | null,
  parts: ForecastPart[],
  rates: readonly ForecastRate[],
): ForecastRow {
  const counted = part === 'actual' || part === 'grown' || part === 'shed';
  const count = parts.reduce((sum, one) => sum + (one.count ?? 0), 0);
  return {
    ...{ id: stage === null ? part : `${part}-${stage}`, part, stage },
    count: counted ? null : count,
    share: shareOf(parts),
    arr: sumMoney(parts.map(({ arr }) => arr)),
    rates: rates.filter(({ conversion }) => isBehind(conversion, part, stage)),
    values: parts.flatMap(({ segment, value }) => (value === null ? [] : [{ segment, value }])),
  };
}

/** The mean of the shares, each weighed by what it is a share of. */
function shareOf(parts: readonly ForecastPart[]): number | null {
  const weighed = parts.flatMap(({ rate, count, base }) => {
    const weight = base === null ? (count ?? 0) : Number(base);
    return rate === null ? [] : [{ weight, amount: rate * weight }];
  });
  const weight = weighed.reduce((sum, one) => sum + one.weight, 0);
  return ratio(
    weighed.reduce((sum, one) => sum + one.amount, 0),
    weight,
  );
}

function isBehind(
  conversion: string,
  part: ForecastPart['part'],
  stage: LadderStage | null,
): boolean {
  if (part === 'signed') return conversion === 'won>revenue';
  if (stage === null) return false;
  const later: readonly string[] = LADDER.slice(LADDER.indexOf(stage));
  return later.includes(conversion.split('>')[0] ?? '');
}

/** Every part by segment as a file has it. */
export function partsSheet({ parts }: PlanForecast): Cell[][] {
  const names = ['part', 'segment', 'stage', 'count', 'base', 'rate', 'value', 'arr'] as const;
  return [[...names], ...parts.map((one) => names.map((name) => one[name]))];
}

/** The weeks as a file has them. */
export function weeksSheet({ weeks, target }: PlanForecast): Cell[][] {
  const rows = weeks.map(({ as_of, arr, actual }) => [as_of, arr, actual, target]);
  return [['as_of', 'projected', 'actual', 'target'], ...rows];
}
