/** Two of these add up to an exact number still. */
const SAFE = 2 ** 52;

/** An exact sum of cents of any size: a plain number as long as that is exact. */
export class CentsSum {
  #small = 0;
  #large = 0n;

  add(cents: number | bigint): void {
    if (typeof cents === 'bigint' || cents > SAFE || cents < -SAFE) {
      this.#large += BigInt(cents);
      return;
    }
    this.#small += cents;
    if (this.#small < SAFE && this.#small > -SAFE) return;
    this.#large += BigInt(this.#small);
    this.#small = 0;
  }

  get total(): bigint {
    return this.#large + BigInt(this.#small);
  }
}
