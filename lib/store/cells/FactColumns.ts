import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { CellFact } from './cellFact.ts';

const FIRST = 1024;

function larger<A extends Float64Array | Int32Array | Uint8Array | Int8Array>(from: A): A {
  const grown = new (from.constructor as new (size: number) => A)(from.length * 2);
  grown.set(from);
  return grown;
}

/** A dimension's values, each once; facts hold their numbers. */
export class Dictionary {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

/** The facts of one month that count the same thing, as columns: no object for each. */
export class FactColumns {
  size = 0;
  at = new Float64Array(FIRST);
  ms = new Float64Array(FIRST);
  kind = new Uint8Array(FIRST);
  weight = new Int8Array(FIRST);
  /** 1: implied, 2: unconverted, 4: has an amount. */
  flags = new Uint8Array(FIRST);
  /** Cents; where they are no exact number, their place in `huge`. */
  cents = new Float64Array(FIRST);
  readonly huge = new Map<number, bigint>();
  /** Both, implied, actual: 0, 1, 2. */
  rule = new Uint8Array(FIRST);
  readonly codes = DIMENSIONS.map(() => new Int32Array(FIRST));
  readonly dictionaries = DIMENSIONS.map(() => new Dictionary());

  add(fact: CellFact): void {
    if (this.size === this.at.length) this.#grow();
    const row = this.size++;
    this.at[row] = fact.at;
    this.ms[row] = fact.ms;
    this.kind[row] = fact.kind;
    this.weight[row] = fact.weight;
    this.rule[row] = fact.rule === 'both' ? 0 : fact.rule === 'implied' ? 1 : 2;
    const amount = fact.amount !== null ? 4 : 0;
    this.flags[row] = (fact.implied ? 1 : 0) | (fact.unconverted ? 2 : 0) | amount;
    this.#setCents(row, fact.amount);
    for (let i = 0; i < DIMENSIONS.length; i += 1) {
      const dimension = DIMENSIONS[i];
      const codes = this.codes[i];
      if (dimension === undefined || codes === undefined) continue;
      codes[row] = this.dictionaries[i]?.numberOf(fact.dimensions[dimension]) ?? 0;
    }
  }

  centsOf(row: number): number | bigint {
    return this.huge.get(row) ?? this.cents[row] ?? 0;
  }

  atOf(row: number): Instant {
    return this.at[row] ?? 0;
  }

  #setCents(row: number, amount: string | null): void {
    if (amount === null) {
      this.cents[row] = 0;
      return;
    }
    // Two decimals, always: without the point they are cents.
    const digits = amount.replace('.', '');
    if (digits.length > 15) this.huge.set(row, BigInt(digits));
    this.cents[row] = Number(digits);
  }

  #grow(): void {
    this.at = larger(this.at);
    this.ms = larger(this.ms);
    this.kind = larger(this.kind);
    this.weight = larger(this.weight);
    this.flags = larger(this.flags);
    this.cents = larger(this.cents);
    this.rule = larger(this.rule);
    this.codes.forEach((codes, i) => {
      this.codes[i] = larger(codes);
    });
  }
}
