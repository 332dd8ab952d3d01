import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import type { Filters } from '#lib/store/questionScope.ts';
import { type EventSpans, OPEN } from './EventSpans.ts';
import type { SpanRows } from './SpanRows.ts';
import { UnitColumns } from './UnitColumns.ts';

/** Which rows the filters let through; null: all. */
export function passing(rows: SpanRows, where: Filters): Uint8Array | null {
  const filters = DIMENSIONS.filter((one) => where[one] !== undefined);
  if (filters.length === 0) return null;
  const passes = new Uint8Array(rows.size).fill(1);
  for (const dimension of filters) {
    const { codes, values } = rows.codesOf(dimension);
    const wanted = values.map((value) => where[dimension]?.includes(value) === true);
    for (let row = 0; row < passes.length; row += 1) {
      if (!wanted[codes[row] ?? 0]) passes[row] = 0;
    }
  }
  return passes;
}

/** The units of every group; without `by` of one group that is all. */
export function scanUnits(
  told: EventSpans,
  { where, by }: { where: Filters; by: Dimension | null },
): Map<string, UnitColumns> {
  const { rows, starts } = told;
  const passes = passing(rows, where);
  const { codes, values } = by === null ? { codes: null, values: [''] } : rows.codesOf(by);
  const groups = values.map(() => new UnitColumns());
  const own: number[] = [];
  for (let account = 0; account + 1 < starts.length; account += 1) {
    own.length = 0;
    const end = starts[account + 1] ?? 0;
    for (let row = starts[account] ?? 0; row < end; row += 1) {
      if (passes === null || passes[row] === 1) own.push(row);
    }
    if (codes === null) addUnit(groups[0], rows, own);
    else if (own.length === 1) addUnit(groups[codes[own[0] ?? 0] ?? 0], rows, own);
    else {
      for (const [code, part] of Map.groupBy(own, (row) => codes[row] ?? 0)) {
        addUnit(groups[code], rows, part);
      }
    }
  }
  const found = values.map((value, code): [string, UnitColumns | undefined] => [
    value,
    groups[code],
  ]);
  return new Map(
    found.flatMap(([value, units]) => (units && units.size > 0 ? [[value, units]] : [])),
  );
}

/** Adds what these rows of one account come to. */
export function addUnit(
  units: UnitColumns | undefined,
  { from, to, cents }: SpanRows,
  own: readonly number[],
): void {
  const [first] = own;
  if (units === undefined || first === undefined) return;
  if (own.length === 1) {
    units.addSpan(from[first] ?? 0, to[first] ?? 0, cents[first] ?? 0);
    return;
  }
  const changes: [number, number][] = [];
  for (const row of own) {
    const arr = cents[row] ?? 0;
    changes.push([from[row] ?? 0, arr]);
    if (to[row] !== OPEN) changes.push([to[row] ?? 0, -arr]);
  }
  units.addChanges(changes);
}
