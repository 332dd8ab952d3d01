import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import type { Instant, Rule } from '#lib/bowtie/records.ts';
import { ByteReader } from './ByteReader.ts';
import type { Counted } from './cellFact.ts';
import { KIND_SIZE, MARK, RULES } from './encodeChanges.ts';

/** Which facts of what was packed are wanted, and by which dimensions they are told apart. */
export type ChangeQuestion = {
  where: Partial<Record<Dimension, readonly string[]>>;
  groups: readonly Dimension[];
  /** null: whatever is counted. */
  counted: ReadonlySet<Counted> | null;
  /** null: under any rule. */
  rule: Rule | null;
};

/** A fact that came (weight 1) or went (-1). */
export type Change = {
  counted: Counted;
  rule: Rule | 'both';
  at: Instant;
  weight: 1 | -1;
  implied: boolean;
  unconverted: boolean;
  cents: number | bigint;
  kind: number;
  ms: number;
  /** The values of `groups`, in their order. */
  values: string[];
};

type Column = { values: string[]; codes: Int32Array | null };

/** The facts that a question asks for, out of what `encodeChanges` wrote. */
export function* readChanges(bytes: Uint8Array, question: ChangeQuestion): Generator<Change> {
  const reader = new ByteReader(bytes);
  const size = reader.number();
  const passing = new Uint8Array(size).fill(1);
  const groups: Column[] = [];
  for (const dimension of DIMENSIONS) {
    const values = question.where[dimension];
    const place = question.groups.indexOf(dimension);
    if (values === undefined && place < 0) {
      reader.skip();
      continue;
    }
    const column = readColumn(reader, size);
    if (values !== undefined && !pass(column, passing, new Set(values))) return;
    if (place >= 0) groups[place] = column;
  }
  const counted = readColumn(reader, size);
  if (question.counted !== null && !pass(counted, passing, question.counted)) return;
  const first = reader.signed();
  for (let row = 0; row < size; row += 1) {
    const change = readChange(reader, first, question.rule);
    if (change === null || passing[row] === 0) continue;
    change.counted = textOf(counted, row) as Counted;
    change.values = groups.map((column) => textOf(column, row));
    yield change;
  }
}

/** Null where it counts under another rule than the one that is asked for. */
function readChange(reader: ByteReader, first: Instant, asked: Rule | null): Change | null {
  const mark = reader.byte();
  const at = first + reader.number();
  const ended = reader.number();
  const cents = (mark & MARK.hasAmount) === 0 ? 0 : reader.big();
  const rule = RULES[mark >> 4] ?? 'both';
  if (asked !== null && rule !== 'both' && rule !== asked) return null;
  const ms = Math.floor(ended / KIND_SIZE);
  return {
    ...{ counted: 'won', rule, at, ms, kind: ended - ms * KIND_SIZE, cents, values: [] },
    weight: (mark & MARK.less) === 0 ? 1 : -1,
    implied: (mark & MARK.implied) !== 0,
    unconverted: (mark & MARK.unconverted) !== 0,
  };
}

function readColumn(reader: ByteReader, size: number): Column {
  reader.number();
  const values = Array.from({ length: reader.number() }, () => reader.text());
  if (values.length < 2) return { values, codes: null };
  const codes = new Int32Array(size);
  for (let row = 0; row < size; row += 1) codes[row] = reader.number();
  return { values, codes };
}

function textOf({ values, codes }: Column, row: number): string {
  return values[codes?.[row] ?? 0] ?? '';
}

/** Lets only facts with one of these values pass; false where none is left. */
function pass(column: Column, passing: Uint8Array, wanted: ReadonlySet<string>): boolean {
  const isWanted = column.values.map((value) => wanted.has(value));
  if (!isWanted.includes(true)) return false;
  if (column.codes === null) return true;
  for (let row = 0; row < passing.length; row += 1) {
    if (!isWanted[column.codes[row] ?? 0]) passing[row] = 0;
  }
  return true;
}
