import { larger } from './SpanRows.ts';

/** Many texts as bytes: as objects the garbage collector would look at each of them, each time. */
export class PackedTexts {
  size = 0;
  #bytes = Buffer.alloc(1 << 12);
  /** Text i lies between `ends[i]` and `ends[i + 1]`. */
  #ends = new Int32Array(1 << 8);

  /** The number of the text. */
  add(text: string): number {
    const start = this.#ends[this.size] ?? 0;
    const end = start + Buffer.byteLength(text);
    if (end > this.#bytes.length) {
      const grown = Buffer.alloc(end * 2);
      this.#bytes.copy(grown);
      this.#bytes = grown;
    }
    this.#bytes.write(text, start);
    const number = this.size++;
    if (this.size >= this.#ends.length) this.#ends = larger(this.#ends);
    this.#ends[this.size] = end;
    return number;
  }

  at(number: number): string {
    return this.#bytes.toString('utf8', this.#ends[number], this.#ends[number + 1]);
  }
}
