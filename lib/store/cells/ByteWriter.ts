const FIRST = 1 << 12;

/** Grows as it is written to. Numbers are varints: 7 bits a byte, the lowest first. */
export class ByteWriter {
  #bytes = new Uint8Array(FIRST);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  byte(value: number): void {
    if (this.#size === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#size++] = value;
  }

  /** A whole number from 0 up to 2^53 - 1. */
  number(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.byte(rest);
  }

  /** A whole number of any sign, up to 2^52. */
  signed(value: number): void {
    this.number(value < 0 ? -value * 2 - 1 : value * 2);
  }

  /** A whole number of any size and sign. */
  big(value: bigint): void {
    let rest = value < 0n ? -value * 2n - 1n : value * 2n;
    while (rest >= 0x80n) {
      this.byte(Number(rest & 0x7fn) | 0x80);
      rest >>= 7n;
    }
    this.byte(Number(rest));
  }

  text(value: string): void {
    this.bytes(Buffer.from(value, 'utf8'));
  }

  /** Their number, then they. */
  bytes(bytes: Uint8Array): void {
    this.number(bytes.length);
    if (this.#size + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
  }

  /** A copy of all that was written; the writer begins anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#size));
    this.#size = 0;
    return taken;
  }

  #grow(more: number): void {
    const grown = new Uint8Array((this.#bytes.length + more) * 2);
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}
