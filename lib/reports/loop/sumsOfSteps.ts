import { addDays, type Day } from '#lib/bowtie/localDay.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import { type MoveSum, periodsOfMoves } from '#lib/bowtie/periodsOfMoves.ts';
import { type RetentionSums, retentionOf } from '#lib/bowtie/retention.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { cellPart, type RevenueScope } from '#lib/store/revenueScope.ts';
import { sumArrBases, sumArrMoves } from '#lib/store/sumArr.ts';
import { sumCellMoves } from '#lib/store/sumCells.ts';
import { countTermGroups } from '#lib/store/sumTerms.ts';
import type { Grouped, RevenueSums } from './revenue.ts';

type Asked = { range: DayRange; periods: readonly DayRange[]; asOfDay: Day };
type InGroup<T> = readonly (T & { group: string })[];
type Told = {
  moves: InGroup<MoveSum>;
  bases: InGroup<RetentionSums>;
  terms: InGroup<{ unconverted: number }>;
};

/** Bridges from sums per day where one dimension is asked for, else from the steps of units. */
export async function sumsOfSteps(
  tx: Tx,
  scope: RevenueScope,
  asked: Asked,
): Promise<Grouped<RevenueSums>> {
  const count = asked.periods.length;
  const total = await ask(tx, { ...scope, by: null }, asked);
  const parts = scope.by === null ? null : await ask(tx, scope, asked);
  return {
    total: toSums(total, '', count),
    groups: new Map(parts?.terms.map(({ group }) => [group, toSums(parts, group, count)])),
  };
}

async function ask(tx: Tx, part: RevenueScope, asked: Asked): Promise<Told> {
  const { range, periods, asOfDay } = asked;
  const end = addDays(asOfDay, 1);
  const known = (day: Day): Day => (day < end ? day : end);
  const cuts = [periods[0]?.from ?? range.from, ...periods.map(({ to }) => to)];
  const until = known(cuts.at(-1) ?? range.to);
  const bases = await sumArrBases(tx, part, known(range.from), known(range.to));
  const cells = cellPart(part);
  const counted = cells === null ? null : await sumCellMoves(tx, cells, cuts, until);
  const moves = counted ?? (await sumArrMoves(tx, part, cuts, until));
  // Without a rate on any day there is none to be counted over the asked ones.
  const terms = counted?.every(({ unconverted }) => unconverted === 0)
    ? counted.filter(({ contracts }) => contracts > 0)
    : await countTermGroups(tx, part, range, asOfDay);
  return { moves, bases, terms };
}

const NO_BASE: RetentionSums = { base: 0n, net: 0n, kept: 0n, units: 0, unitsKept: 0 };

function toSums({ moves, bases, terms }: Told, group: string, count: number): RevenueSums {
  const own = moves.filter((one) => one.group === group);
  const base = bases.find((one) => one.group === group) ?? NO_BASE;
  return {
    periods: periodsOfMoves(own, count),
    retention: retentionOf(base),
    unconverted: terms.find((one) => one.group === group)?.unconverted ?? 0,
  };
}
