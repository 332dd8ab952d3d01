/** One column's value; null is SQL null, a number of a `text` is written as it reads. */
export type Cell = string | number | boolean | Buffer | null;

/** What Postgres is told of a column's list: the type, and its number in the catalogue. */
const ELEMENT = {
  text: 25,
  bytea: 17,
  boolean: 16,
  integer: 23,
  bigint: 20,
  timestamptz: 1184,
} as const;

export type Element = keyof typeof ELEMENT;

const FIRST = 1 << 12;
/** What is larger is not kept for the next list. */
const MOST = 1 << 20;
const HEADER = 20;
/** A list of nothing has no bounds. */
const EMPTY = 12;
const WORD = 2 ** 32;
/** From this many letters on the platform copies quicker than a loop. */
const SHORT = 32;
const EPOCH_2000 = 946_684_800_000;

/**
 * A list in the form in which Postgres keeps it: nothing is spelled here and parsed there. It can
 * be used again after `take`, so that its memory is there already.
 */
export class BinaryList {
  #bytes = Buffer.allocUnsafe(FIRST);
  #size = HEADER;
  #count = 0;
  #hasNull = false;

  add(kind: Element, cell: Cell): void {
    this.#count += 1;
    if (cell === null) {
      this.#hasNull = true;
      this.#word(-1);
    } else if (kind === 'text') this.#text(String(cell));
    else if (kind === 'timestamptz') this.#instant(Number(cell));
    else if (kind === 'boolean') {
      this.#word(1);
      this.#bytes[this.#size++] = cell === true ? 1 : 0;
    } else if (kind === 'integer') {
      this.#word(4);
      this.#word(Number(cell));
    } else if (kind === 'bigint') this.#big(cell);
    else this.#blob(cell);
  }

  get count(): number {
    return this.#count;
  }

  get size(): number {
    return this.#size;
  }

  /** Begins anew, whatever is in it. */
  clear(): void {
    if (this.#bytes.length > MOST) this.#bytes = Buffer.allocUnsafe(FIRST);
    this.#size = HEADER;
    this.#count = 0;
    this.#hasNull = false;
  }

  /** Puts the list into `target` from `at` on, and begins anew. */
  take(kind: Element, target: Buffer, at: number): Buffer {
    const isEmpty = this.#count === 0;
    const header = [isEmpty ? 0 : 1, this.#hasNull ? 1 : 0, ELEMENT[kind], this.#count, 1];
    for (const [place, value] of header.entries()) this.#bytes.writeInt32BE(value, place * 4);
    const size = isEmpty ? EMPTY : this.#size;
    const taken = target.subarray(at, at + size);
    this.#bytes.copy(taken, 0, 0, size);
    this.clear();
    return taken;
  }

  #text(text: string): void {
    const { length } = text;
    this.#reserve(length * 3 + 4);
    const bytes = this.#bytes;
    const from = this.#size + 4;
    let at = 0;
    for (; at < length && length < SHORT; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) break;
      bytes[from + at] = code;
    }
    const size = at === length ? length : bytes.write(text, from, 'utf8');
    this.#word(size);
    this.#size += size;
  }

  #blob(cell: Cell): void {
    const bytes = Buffer.isBuffer(cell) ? cell : Buffer.from(String(cell), 'utf8');
    this.#word(bytes.length);
    this.#reserve(bytes.length);
    bytes.copy(this.#bytes, this.#size);
    this.#size += bytes.length;
  }

  /** Microseconds since 2000, from milliseconds since 1970: more digits than a number holds. */
  #instant(ms: number): void {
    const since = ms - EPOCH_2000;
    const high = Math.floor(since / WORD);
    const low = (since - high * WORD) * 1000;
    const carry = Math.floor(low / WORD);
    this.#word(8);
    this.#word(high * 1000 + carry);
    this.#word((low - carry * WORD) | 0);
  }

  #big(cell: Cell): void {
    this.#word(8);
    if (typeof cell === 'number' && Number.isSafeInteger(cell)) {
      const high = Math.floor(cell / WORD);
      this.#word(high);
      this.#word((cell - high * WORD) | 0);
      return;
    }
    this.#reserve(8);
    this.#bytes.writeBigInt64BE(BigInt(String(cell)), this.#size);
    this.#size += 8;
  }

  #word(value: number): void {
    this.#reserve(8);
    const bytes = this.#bytes;
    bytes[this.#size++] = value >> 24;
    bytes[this.#size++] = value >> 16;
    bytes[this.#size++] = value >> 8;
    bytes[this.#size++] = value;
  }

  #reserve(more: number): void {
    if (this.#size + more <= this.#bytes.length) return;
    const grown = Buffer.allocUnsafe((this.#bytes.length + more) * 2);
    this.#bytes.copy(grown, 0, 0, this.#size);
    this.#bytes = grown;
  }
}
