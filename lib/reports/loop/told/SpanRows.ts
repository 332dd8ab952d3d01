import { DIMENSIONS, type Dimension, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import { Dictionary } from '#lib/store/cells/FactColumns.ts';

const FIRST = 1024;

export function larger<A extends Float64Array | Int32Array>(from: A): A {
  const grown = new (from.constructor as new (size: number) => A)(from.length * 2);
  grown.set(from);
  return grown;
}

/** Spans of days with an amount and dimensions, as columns. */
export class SpanRows {
  size = 0;
  account = new Int32Array(FIRST);
  from = new Int32Array(FIRST);
  to = new Int32Array(FIRST);
  cents = new Float64Array(FIRST);
  readonly #codes = DIMENSIONS.map(() => new Int32Array(FIRST));
  readonly #dictionaries = DIMENSIONS.map(() => new Dictionary());

  /** The number of the new row; its dimensions are these, or those of another row. */
  add(dimensions: DimensionValues | number, from: number, to: number, cents: number): number {
    if (this.size === this.from.length) this.#grow();
    const row = this.size++;
    this.from[row] = from;
    this.to[row] = to;
    this.cents[row] = cents;
    for (const [i, name] of DIMENSIONS.entries()) {
      const codes = this.#codes[i];
      if (codes === undefined) continue;
      codes[row] =
        typeof dimensions === 'number'
          ? (codes[dimensions] ?? 0)
          : (this.#dictionaries[i]?.numberOf(dimensions[name]) ?? 0);
    }
    return row;
  }

  codesOf(dimension: Dimension): { codes: Int32Array; values: readonly string[] } {
    const place = DIMENSIONS.indexOf(dimension);
    const [codes, dictionary] = [this.#codes[place], this.#dictionaries[place]];
    return { codes: codes ?? new Int32Array(), values: dictionary?.values ?? [] };
  }

  valueAt(dimension: Dimension, row: number): string {
    const { codes, values } = this.codesOf(dimension);
    return values[codes[row] ?? 0] ?? '';
  }

  /** These rows in this order, as columns without room for more. */
  inOrder(order: Int32Array): SpanRows {
    const sorted = new SpanRows();
    sorted.size = order.length;
    sorted.account = Int32Array.from(order, (row) => this.account[row] ?? 0);
    sorted.from = Int32Array.from(order, (row) => this.from[row] ?? 0);
    sorted.to = Int32Array.from(order, (row) => this.to[row] ?? 0);
    sorted.cents = Float64Array.from(order, (row) => this.cents[row] ?? 0);
    for (const [i, codes] of this.#codes.entries()) {
      sorted.#codes[i] = Int32Array.from(order, (row) => codes[row] ?? 0);
      sorted.#dictionaries[i] = this.#dictionaries[i] ?? new Dictionary();
    }
    return sorted;
  }

  #grow(): void {
    this.account = larger(this.account);
    this.from = larger(this.from);
    this.to = larger(this.to);
    this.cents = larger(this.cents);
    for (const [i, codes] of this.#codes.entries()) this.#codes[i] = larger(codes);
  }
}
