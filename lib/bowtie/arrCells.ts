import { ACCOUNT_UNITS, type AccountRevenue, OWN_UNITS } from './accountRevenue.ts';
import type { Day } from './localDay.ts';
import { type ArrMovement, arrChanges } from './loopMovements.ts';

/** The dimensions that cells are kept by; `total` has the one value ''. */
export const CELL_DIMENSIONS = ['total', ...OWN_UNITS, ...ACCOUNT_UNITS] as const;
export type CellDimension = (typeof CELL_DIMENSIONS)[number];

/** What happens in one group on one day: sums that add up over groups of accounts. Cents. */
export type ArrCell = Record<ArrMovement, bigint> & {
  /** How many facts are in these sums: at 0 nothing is left of the cell. */
  parts: number;
  /** Customers won or won back, less those lost. */
  customers: number;
  /** Contracts that start on the day; of them without a rate, where they cover any day. */
  contracts: number;
  unconverted: number;
  /** Contracts that fall due on the day; of them with a successor. */
  due: number;
  renewed: number;
  dueArr: bigint;
  renewedArr: bigint;
  retainedArr: bigint;
  upliftArr: bigint;
};

export type ArrCells = Map<CellDimension, Map<string, Map<Day, ArrCell>>>;

const CUSTOMERS = { new: 1, reactivation: 1, expansion: 0, contraction: 0, churn: -1 } as const;

function emptyCell(): ArrCell {
  return {
    ...{ parts: 0, new: 0n, reactivation: 0n, expansion: 0n, contraction: 0n, churn: 0n },
    ...{ customers: 0, contracts: 0, unconverted: 0, due: 0, renewed: 0 },
    ...{ dueArr: 0n, renewedArr: 0n, retainedArr: 0n, upliftArr: 0n },
  };
}

function daysOf(cells: ArrCells, dimension: CellDimension, value: string): Map<Day, ArrCell> {
  const values = cells.get(dimension) ?? new Map<string, Map<Day, ArrCell>>();
  cells.set(dimension, values);
  const days = values.get(value) ?? new Map<Day, ArrCell>();
  values.set(value, days);
  return days;
}

function cellOf(days: Map<Day, ArrCell>, day: Day): ArrCell {
  const cell = days.get(day) ?? emptyCell();
  days.set(day, cell);
  return cell;
}

function addUnits(cells: ArrCells, { units, dimensions }: AccountRevenue, sign: 1 | -1): void {
  const times = BigInt(sign);
  for (const { unit, groups, steps } of units) {
    const changes = arrChanges(steps);
    const whole =
      unit === 'total' ? ACCOUNT_UNITS.map((one) => [one, dimensions[one]] as const) : [];
    const within = OWN_UNITS.map((one) => [one, groups[one]] as const);
    const all = unit === 'total' ? [['total', ''] as const] : [];
    for (const [dimension, value] of [...all, ...whole, ...within]) {
      if (value === null) continue;
      const days = daysOf(cells, dimension, value);
      for (const { day, movement, amount } of changes) {
        const cell = cellOf(days, day);
        cell.parts += sign;
        cell[movement] += times * amount;
        cell.customers += sign * CUSTOMERS[movement];
      }
    }
  }
}

function addTerms(cells: ArrCells, { terms }: AccountRevenue, sign: 1 | -1): void {
  const times = BigInt(sign);
  for (const { startsOn, endsOn, covers, arr, renewed, successorArr, dimensions } of terms) {
    for (const dimension of CELL_DIMENSIONS) {
      const value = dimension === 'total' ? '' : dimensions[dimension];
      const days = daysOf(cells, dimension, value);
      const start = cellOf(days, startsOn);
      start.parts += sign;
      start.contracts += sign;
      if (covers && arr === null) start.unconverted += sign;
      if (!covers || endsOn === null) continue;
      const end = cellOf(days, endsOn);
      end.parts += sign;
      end.due += sign;
      end.dueArr += times * (arr ?? 0n);
      if (!renewed) continue;
      end.renewed += sign;
      end.renewedArr += times * (arr ?? 0n);
      if (arr === null || successorArr === null) continue;
      end.retainedArr += times * (successorArr < arr ? successorArr : arr);
      if (successorArr > arr) end.upliftArr += times * (successorArr - arr);
    }
  }
}

/**
 * Adds the revenue of one account to cells per group and day, or takes it away (`sign` -1).
 *
 * Movements are counted on their day, contracts on the day they start, renewals on the day they
 * fall due: a period of any group is a sum over its days. What needs an account's balance at two
 * dates (NRR, GRR, logo retention) is no such sum and is not here. Source: definitions, section 7.
 * @example
 * const bare = { source: 'x', accountId: 'a', cancelledOn: null, product: null, endsOn: null };
 * const dimensions = { segment: 'mid', product: 'pro', motion: 'unknown', region: 'emea' };
 * const one = { ...bare, contractId: '1', startsOn: '2025-01-01', arr: 100n, dimensions };
 * const cells = new Map();
 * addToCells(cells, accountRevenue([one]), 1);
 * const cell = cells.get('segment').get('mid').get('2025-01-01');
 * [cell.new, cell.customers, cell.contracts, cell.parts] // => [100n, 1, 1, 2]
 * addToCells(cells, accountRevenue([one]), -1);
 * [cell.new, cell.customers, cell.contracts, cell.parts] // => [0n, 0, 0, 0]
 */
export function addToCells(cells: ArrCells, revenue: AccountRevenue, sign: 1 | -1): void {
  addUnits(cells, revenue, sign);
  addTerms(cells, revenue, sign);
}
