import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { ByteWriter } from './ByteWriter.ts';
import type { CellFact } from './cellFact.ts';
import { Dictionary } from './FactColumns.ts';

/** What the mark of a fact says, besides its rule in two bits. */
export const MARK = { implied: 1, unconverted: 2, hasAmount: 4, less: 8, rule: 16 } as const;
export const RULES = ['both', 'implied', 'actual'] as const;

/** A kind has three bits of a number that tells the duration too. */
export const KIND_SIZE = 8;

/**
 * Facts of one month that came or went in one write. Every column of texts says its length and has
 * each text once: a reader passes what it is not asked for, and all of it where no value is.
 */
export function encodeChanges(out: ByteWriter, facts: readonly CellFact[]): void {
  out.number(facts.length);
  for (const dimension of DIMENSIONS) {
    encodeTexts(out, facts, ({ dimensions }) => dimensions[dimension]);
  }
  encodeTexts(out, facts, ({ counted }) => counted);
  const first = facts.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
  out.signed(first);
  for (const fact of facts) {
    out.byte(markOf(fact));
    out.number(fact.at - first);
    out.number(fact.ms * KIND_SIZE + fact.kind);
    if (fact.amount !== null) writeCents(out, fact.amount);
  }
}

function markOf({ implied, unconverted, amount, weight, rule }: CellFact): number {
  return (
    (implied ? MARK.implied : 0) +
    (unconverted ? MARK.unconverted : 0) +
    (amount === null ? 0 : MARK.hasAmount) +
    (weight < 0 ? MARK.less : 0) +
    RULES.indexOf(rule) * MARK.rule
  );
}

/** Two decimals, always: without the point they are cents. */
function writeCents(out: ByteWriter, amount: string): void {
  const digits = amount.replace('.', '');
  if (digits.length > 15) out.big(BigInt(digits));
  else out.signed(Number(digits));
}

const column = new ByteWriter();

function encodeTexts(
  out: ByteWriter,
  facts: readonly CellFact[],
  textOf: (fact: CellFact) => string,
): void {
  const texts = new Dictionary();
  const codes = facts.map((fact) => texts.numberOf(textOf(fact)));
  const { values } = texts;
  column.number(values.length);
  for (const value of values) column.text(value);
  if (values.length > 1) for (const code of codes) column.number(code);
  out.bytes(column.take());
}
