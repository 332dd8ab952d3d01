import { splitProduct } from '../logMean.ts';
import { ratio } from '../ratio.ts';
import { pipelineWins } from './availablePipeline.ts';
import { advancesAfter, type Flow, flowSum } from './flow.ts';
import { valuePerWin } from './newArr.ts';
import { planChain } from './planChain.ts';
import type { PlanSegment } from './planTypes.ts';

/** One segment as it stands today. `segment.pipeline` holds its open entries. */
export type ForecastSegment = {
  segment: PlanSegment;
  /** ARR today, and the share of it expected to be there at the end. */
  arr_now: number;
  retention: number;
  /** Entries still to come into a stage, this month first: what the months ahead are to bring. */
  inflow: Readonly<Record<string, readonly number[]>>;
};

/** A part of the projection as a product: arr = count x rate x value. */
export type ForecastPart = {
  segment: string;
  part: 'retained' | 'pipeline' | 'inflow';
  stage: string | null;
  /** Open or coming entries; for `retained` the ARR of today. */
  count: number;
  /** Share of them won (for `retained`: kept) by the end. */
  rate: number;
  /** ARR of a win; 1 for `retained`. */
  value: number;
  arr: number;
};

export type Forecast = { arr: number; wins: number; wonByMonth: number[]; parts: ForecastPart[] };

/**
 * The ARR expected at the end, from what is there: customers kept, the open pipeline aged by its
 * curves, and what the months ahead are still to bring.
 *
 * `months`: whole months to the end, this one included. A stage that nothing leads to the win from
 * adds nothing. arr = sum of the parts, each count x rate x value. Source: definitions, section 8
 * (5), and issue of plan against actual (re-forecast).
 * @example
 * const lags = { 'sal>won': [0.5, 0.5] };
 * const pipeline = { months_to_start: 0, elapsed: 0, open: { sal: [8] } };
 * const bare = { key: 'all', acv: '10', discount: 0, conversions: { 'sal>won': 0.5 }, lags, pipeline };
 * const one = { segment: bare, arr_now: 100, retention: 0.9, inflow: { sal: [0, 4] } };
 * const told = reforecast([one], 2);
 * told.arr // => 140
 * told.wonByMonth // => [2, 3]
 */
export function reforecast(segments: readonly ForecastSegment[], months: number): Forecast {
  const wonByMonth = new Array<number>(months).fill(0);
  const parts = segments.flatMap((one): ForecastPart[] => {
    const { segment, arr_now, retention } = one;
    const chain = planChain(segment.conversions);
    const value = valuePerWin(segment);
    const wins = pipelineWins({ chain, segment });
    const partOf = (part: 'pipeline' | 'inflow', stage: string, count: number, flow: Flow) => {
      flow.values.slice(0, months).forEach((won, m) => {
        wonByMonth[m] = (wonByMonth[m] ?? 0) + won;
      });
      const won = flowSum(flow, 0, months);
      const rate = ratio(won, count) ?? 0;
      return { segment: segment.key, part, stage, count, rate, value, arr: won * value };
    };
    const stock = chain.map(({ stage }) => {
      const open = segment.pipeline?.open[stage] ?? [];
      return partOf('pipeline', stage, sumOf(open), wins.get(stage) ?? EMPTY);
    });
    const coming = chain.flatMap(({ stage }, place) => {
      const values = (one.inflow[stage] ?? []).slice(0, months);
      if (values.length === 0) return [];
      let flow: Flow = { early: 0, values };
      for (const step of chain.slice(0, place + 1).reverse()) {
        flow = advancesAfter(flow, step.rate, segment.lags[step.key]);
      }
      return [partOf('inflow', stage, sumOf(values), flow)];
    });
    const kept = { segment: segment.key, part: 'retained' as const, stage: null };
    const arr = arr_now * retention;
    return [{ ...kept, count: arr_now, rate: retention, value: 1, arr }, ...stock, ...coming];
  });
  const arr = parts.reduce((sum, part) => sum + part.arr, 0);
  return { arr, wins: sumOf(wonByMonth), wonByMonth, parts };
}

const EMPTY: Flow = { early: 0, values: [] };

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}

/** Why one part of a projection moved; the three contributions sum to `change`. */
export type ForecastChange = Pick<ForecastPart, 'segment' | 'part' | 'stage'> & {
  before: number;
  after: number;
  change: number;
  count: number;
  rate: number;
  value: number;
};

/**
 * What changed between two projections, part by part, and how much the count, the rate and the
 * value of each explain: log-mean, so that all contributions sum exactly to the change.
 *
 * A part that one of them lacks counts 0 entries there, at the other's rate and value: it is all
 * count. Source: definitions, section 9.
 * @example
 * const part = { segment: 'all', part: 'pipeline', stage: 'sal', count: 8, rate: 0.5, value: 10 };
 * const before = [{ ...part, arr: 40 }];
 * const [one] = forecastChange(before, [{ ...part, count: 10, arr: 50 }]);
 * [one?.change, one?.rate, one?.value, Math.round(one?.count ?? 0)] // => [10, 0, 0, 10]
 * forecastChange([], before)[0]?.count // => 40
 */
export function forecastChange(
  before: readonly ForecastPart[],
  after: readonly ForecastPart[],
): ForecastChange[] {
  const nameOf = ({ segment, part, stage }: ForecastPart) => JSON.stringify([segment, part, stage]);
  const old = new Map(before.map((one) => [nameOf(one), one]));
  const now = new Map(after.map((one) => [nameOf(one), one]));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name): ForecastChange[] => {
    const [was, is] = [old.get(name), now.get(name)];
    const some = is ?? was;
    if (some === undefined) return [];
    const a = was ?? { ...some, count: 0, arr: 0 };
    const b = is ?? { ...some, count: 0, arr: 0 };
    const [count = 0, rate = 0, value = 0] = splitProduct([
      { before: a.count, after: b.count },
      { before: a.rate, after: b.rate },
      { before: a.value, after: b.value },
    ]);
    const { segment, part, stage } = some;
    const money = { before: a.arr, after: b.arr, change: b.arr - a.arr };
    return [{ segment, part, stage, ...money, count, rate, value }];
  });
}
