import { ByteWriter } from './ByteWriter.ts';
import { KIND } from './cellFact.ts';
import { encodeCoarse } from './encodeCoarse.ts';
import { encodeDays } from './encodeDays.ts';
import { encodeLeaf } from './encodeLeaf.ts';
import { encodeRun, runOrder } from './encodeRun.ts';
import type { FactColumns } from './FactColumns.ts';
import { CELL_DIMENSIONS, MOTION_PLACE, pairOf } from './pairs.ts';

/** Up to so many facts a cell keeps them all and is not split further. */
const LEAF = 512;
const RULES = ['both', 'implied', 'actual'] as const;

/** One row of the table `cell`, but for what it counts and its month. */
export type CellRow = {
  pair: number;
  motion: string;
  rule: (typeof RULES)[number];
  a: string;
  b: string;
  leaf: boolean;
  entries: number;
  implied: number;
  unconverted: number;
  cents: bigint;
  days: Buffer | null;
  run: Buffer | null;
  coarse: Buffer | null;
  columns: Buffer | null;
};

type Labels = Pick<CellRow, 'motion' | 'rule'>;
type Month = { facts: FactColumns; days: Uint8Array; most: number };

const out = new ByteWriter();

/**
 * The cells of one month's facts, of every split; `days` are the facts' days of the month. Cells of
 * up to `most` facts are leaves.
 */
export function* buildCells(
  facts: FactColumns,
  days: Uint8Array,
  most: number = LEAF,
): Generator<CellRow> {
  const month = { facts, days, most };
  for (const [rule, ofRule] of partition(runOrder(facts), facts.rule, RULES.length)) {
    const motions = facts.dictionaries[MOTION_PLACE]?.values ?? [];
    const codes = facts.codes[MOTION_PLACE] ?? new Int32Array();
    for (const [motion, rows] of partition(ofRule, codes, motions.length)) {
      const labels = { motion: motions[motion] ?? '', rule: RULES[rule] ?? 'both' };
      yield* splitAll(month, labels, rows);
    }
  }
}

function* splitAll(month: Month, labels: Labels, rows: Int32Array): Generator<CellRow> {
  const isLeaf = rows.length <= month.most;
  yield rowOf(month, { ...labels, pair: 0, a: '', b: '', leaf: isLeaf }, rows);
  if (isLeaf) return;
  for (const one of CELL_DIMENSIONS) {
    for (const [a, own] of byDimension(month.facts, rows, one.place)) {
      const leaf = own.length <= month.most;
      yield rowOf(month, { ...labels, pair: pairOf(one.rank, null), a, b: '', leaf }, own);
      if (leaf) continue;
      for (const two of CELL_DIMENSIONS.slice(one.rank + 1)) {
        const pair = pairOf(one.rank, two.rank);
        for (const [b, both] of byDimension(month.facts, own, two.place)) {
          yield rowOf(month, { ...labels, pair, a, b, leaf: false }, both);
        }
      }
    }
  }
}

function* byDimension(facts: FactColumns, rows: Int32Array, place: number) {
  const values = facts.dictionaries[place]?.values ?? [];
  const codes = facts.codes[place] ?? new Int32Array();
  for (const [code, own] of partition(rows, codes, values.length)) {
    yield [values[code] ?? '', own] as const;
  }
}

/** The rows of each code, in the order they have. */
function* partition(
  rows: Int32Array,
  codes: Int32Array | Uint8Array,
  count: number,
): Generator<[code: number, rows: Int32Array]> {
  const ends = new Int32Array(count + 1);
  for (const row of rows) {
    const code = codes[row] ?? 0;
    ends[code + 1] = (ends[code + 1] ?? 0) + 1;
  }
  for (let code = 0; code < count; code += 1) {
    ends[code + 1] = (ends[code + 1] ?? 0) + (ends[code] ?? 0);
  }
  const starts = ends.slice();
  const sorted = new Int32Array(rows.length);
  for (const row of rows) {
    const code = codes[row] ?? 0;
    const to = starts[code] ?? 0;
    sorted[to] = row;
    starts[code] = to + 1;
  }
  for (let code = 0; code < count; code += 1) {
    const own = sorted.subarray(ends[code], ends[code + 1]);
    if (own.length > 0) yield [code, own];
  }
}

type Key = Labels & Pick<CellRow, 'pair' | 'a' | 'b' | 'leaf'>;

function rowOf({ facts, days }: Month, key: Key, rows: Int32Array): CellRow {
  const isCount = (facts.kind[rows[0] ?? 0] ?? 0) === KIND.count;
  const write = (encode: () => void): Buffer => {
    encode();
    return out.take();
  };
  const sums = encodeDays(out, facts, rows, days);
  const told = out.take();
  const run = isCount ? null : write(() => encodeRun(out, facts, rows, days));
  const coarse = run === null || key.leaf ? null : write(() => encodeCoarse(out, facts, rows));
  return {
    ...key,
    ...sums,
    days: told,
    run,
    // A histogram that is no shorter than what it stands for helps nobody.
    coarse: coarse !== null && run !== null && coarse.length < run.length / 2 ? coarse : null,
    columns: key.leaf ? write(() => encodeLeaf(out, facts, rows, days)) : null,
  };
}
