import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { ByteReader } from './ByteReader.ts';
import { CELL_DIMENSIONS } from './pairs.ts';

/** A filter, or a dimension whose values are groups, or both. */
export type LeafQuestion = {
  /** By rank of the dimension: the values that pass; null for all. */
  passes: readonly (ReadonlySet<string> | null)[];
  /** The ranks of the dimensions whose values are groups, in their order. */
  groups: readonly number[];
};

/** The facts of a small cell, in the order of its run. */
export type Leaf = {
  size: number;
  days: Uint8Array;
  /** 1: implied, 2: unconverted, 4: has an amount, 8: counts as -1. */
  flags: Uint8Array;
  /** Cents; those that are no exact number are in `huge`. */
  cents: Float64Array;
  huge: ReadonlyMap<number, bigint>;
  /** The group of each: its number in `groups`, or -1 where a filter does not let it pass. */
  group: Int32Array;
  groups: string[][];
};

export function leafQuestion(
  where: Partial<Record<Dimension, readonly string[]>>,
  by: readonly Dimension[],
): LeafQuestion {
  const passes = CELL_DIMENSIONS.map(({ name }) => {
    const values = where[name];
    return values === undefined ? null : new Set(values);
  });
  const groups = by.flatMap((dimension) => {
    const found = CELL_DIMENSIONS.find(({ name }) => name === dimension);
    return found === undefined ? [] : [found.rank];
  });
  return { passes, groups };
}

export function readLeaf(reader: ByteReader, question: LeafQuestion): Leaf {
  const size = reader.number();
  const days = new Uint8Array(size);
  const flags = new Uint8Array(size);
  for (let row = 0; row < size; row += 1) {
    const mark = reader.number();
    days[row] = mark & 31;
    flags[row] = mark >> 5;
  }
  const cents = new Float64Array(size);
  const huge = new Map<number, bigint>();
  for (let row = 0; row < size; row += 1) {
    if (((flags[row] ?? 0) & 4) === 0) continue;
    const value = reader.big();
    if (typeof value === 'bigint') huge.set(row, value);
    else cents[row] = value;
  }
  const columns = CELL_DIMENSIONS.map(({ rank }) => {
    if (question.passes[rank] || question.groups.includes(rank)) return readColumn(reader, size);
    reader.skip();
    return null;
  });
  return { size, days, flags, cents, huge, ...groupsOf(size, columns, question) };
}

type Column = { values: string[]; codes: Int32Array | null };

function readColumn(reader: ByteReader, size: number): Column {
  reader.number();
  const values = Array.from({ length: reader.number() }, () => reader.text());
  if (values.length < 2) return { values, codes: null };
  const codes = new Int32Array(size);
  for (let row = 0; row < size; row += 1) codes[row] = reader.number();
  return { values, codes };
}

function groupsOf(
  size: number,
  columns: readonly (Column | null)[],
  { passes, groups: ranks }: LeafQuestion,
): Pick<Leaf, 'group' | 'groups'> {
  const group = new Int32Array(size);
  for (const [rank, values] of passes.entries()) {
    const column = columns[rank];
    if (values === null || !column) continue;
    const passing = column.values.map((value) => values.has(value));
    for (let row = 0; row < size; row += 1) {
      if (!passing[column.codes?.[row] ?? 0]) group[row] = -1;
    }
  }
  let groups: string[][] = [[]];
  for (const rank of ranks) {
    const { values = [], codes = null } = columns[rank] ?? {};
    for (let row = 0; row < size; row += 1) {
      const known = group[row] ?? 0;
      if (known >= 0) group[row] = known * values.length + (codes?.[row] ?? 0);
    }
    groups = groups.flatMap((own) => values.map((value) => [...own, value]));
  }
  return { group, groups };
}
