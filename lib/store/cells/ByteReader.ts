/** What fits into 7 groups of 7 bits is a number; above that only a bigint is exact. */
const SAFE_SHIFT = 2 ** 49;

/** Reads what `ByteWriter` wrote, one value behind the other. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  number(): number {
    const { bytes } = this;
    let byte = bytes[this.at++] ?? 0;
    if (byte < 0x80) return byte;
    let value = byte & 0x7f;
    byte = bytes[this.at++] ?? 0;
    value |= (byte & 0x7f) << 7;
    if (byte < 0x80) return value;
    byte = bytes[this.at++] ?? 0;
    value |= (byte & 0x7f) << 14;
    if (byte < 0x80) return value;
    byte = bytes[this.at++] ?? 0;
    value |= (byte & 0x7f) << 21;
    for (let shift = 2 ** 28; byte >= 0x80; shift *= 0x80) {
      byte = bytes[this.at++] ?? 0;
      value += (byte & 0x7f) * shift;
    }
    return value;
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A number where it is one exactly, else a bigint. */
  big(): number | bigint {
    const from = this.at;
    let value = 0;
    for (let shift = 1; shift < SAFE_SHIFT; shift *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * shift;
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
    this.at = from;
    return this.#bigint();
  }

  /** Passes what `ByteWriter.bytes` wrote. */
  skip(): void {
    const size = this.number();
    this.at += size;
  }

  text(): string {
    const size = this.number();
    const from = this.at;
    this.at += size;
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + from, size).toString('utf8');
  }

  #bigint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value % 2n === 0n ? value / 2n : -(value + 1n) / 2n;
    }
  }
}
