import { ARR_MOVEMENTS, type ArrMovement } from '#lib/bowtie/loopMovements.ts';
import type { ArrTotal } from '#lib/contract/arr.ts';
import type { Cell } from '../toCsv.ts';
import { niceTicks } from './niceTicks.ts';

export type ArrPeriod = ArrTotal['periods'][number];

export type BridgePiece = { movement: ArrMovement; low: number; high: number };

export type BridgeColumn = {
  period: ArrPeriod;
  start: number;
  end: number;
  /** What adds, upwards from the start; what takes away, downwards from there. */
  gains: BridgePiece[];
  losses: BridgePiece[];
};

export type Bridge = {
  columns: BridgeColumn[];
  ticks: number[];
  low: number;
  high: number;
  /** The axis does not begin at 0: the first and the last bar must not be read by their length. */
  cut: boolean;
};

const GAINS: readonly ArrMovement[] = ['new', 'reactivation', 'expansion'];
const LOSSES: readonly ArrMovement[] = ['contraction', 'churn'];
/** Where the lowest balance is above this part of the highest, the steps would be too small. */
const CUT_ABOVE = 0.4;

/** A waterfall of periods that ends where it must: amounts are drawn as they are said. */
export function prepareBridge(periods: readonly ArrPeriod[]): Bridge {
  const columns = periods.map((period) => {
    let level = Number(period.start);
    const gains = GAINS.flatMap((movement) => {
      const low = level;
      level += Number(period[movement]);
      return level > low ? [{ movement, low, high: level }] : [];
    });
    const losses = LOSSES.flatMap((movement) => {
      const high = level;
      level -= Number(period[movement]);
      return level < high ? [{ movement, low: level, high }] : [];
    });
    return { period, start: Number(period.start), end: Number(period.end), gains, losses };
  });
  const levels = columns.flatMap(({ start, end, gains }) => {
    return [start, end, gains.at(-1)?.high ?? start];
  });
  const least = Math.min(...levels, Number.POSITIVE_INFINITY);
  const most = Math.max(...levels, 1);
  const cut = Number.isFinite(least) && least > CUT_ABOVE * most;
  const ticks = niceTicks(cut ? least - (most - least) * 0.12 : 0, most);
  return { columns, ticks, low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, cut };
}

/** The bridge as a file: the words of the wire, amounts to the cent. */
export function bridgeTable(periods: readonly ArrPeriod[]): Cell[][] {
  const names = ['from', 'to', 'start', ...ARR_MOVEMENTS, 'end'] as const;
  const head = [...names, 'customers_start', 'customers_end', 'final'];
  const rows = periods.map((period) => [
    ...names.map((name) => period[name]),
    period.customers_start,
    period.customers_end,
    period.final ? 'yes' : 'no',
  ]);
  return [head, ...rows];
}
