import type { ArrStep } from '#lib/bowtie/arrSteps.ts';
import { dayText } from './dayNumber.ts';
import { OPEN } from './EventSpans.ts';
import { larger } from './SpanRows.ts';

const FIRST = 64;

/** The steps of many units (`arrSteps`) behind each other, as columns; days are numbers. */
export class UnitColumns {
  /** Unit i has the steps from `starts[i]` to `starts[i + 1]`. */
  starts = new Int32Array(FIRST);
  size = 0;
  days = new Int32Array(FIRST);
  arrs = new Float64Array(FIRST);

  /** A unit of one span. */
  addSpan(from: number, to: number, cents: number): void {
    if (cents === 0) return;
    this.#put(from, cents);
    if (to !== OPEN) this.#put(to, 0);
    this.#close();
  }

  /** A unit of several: changes of its ARR and their days, in any order. */
  addChanges(changes: [day: number, cents: number][]): void {
    changes.sort((a, b) => a[0] - b[0]);
    const first = this.#end;
    let arr = 0;
    for (let i = 0; i < changes.length; ) {
      const day = changes[i]?.[0] ?? 0;
      let net = 0;
      for (; i < changes.length && changes[i]?.[0] === day; i += 1) net += changes[i]?.[1] ?? 0;
      arr += net;
      if (net !== 0) this.#put(day, arr);
    }
    if (this.#end > first) this.#close();
  }

  /** Each unit as `arrSteps` gives it, one at a time. */
  *steps(): Generator<ArrStep[]> {
    for (let unit = 0; unit < this.size; unit += 1) yield this.stepsOf(unit);
  }

  stepsOf(unit: number): ArrStep[] {
    const steps: ArrStep[] = [];
    const end = this.starts[unit + 1] ?? 0;
    for (let i = this.starts[unit] ?? 0; i < end; i += 1) {
      steps.push({ day: dayText(this.days[i] ?? 0), arr: BigInt(this.arrs[i] ?? 0) });
    }
    return steps;
  }

  #end = 0;

  #put(day: number, arr: number): void {
    if (this.#end === this.days.length) {
      this.days = larger(this.days);
      this.arrs = larger(this.arrs);
    }
    this.days[this.#end] = day;
    this.arrs[this.#end++] = arr;
  }

  #close(): void {
    this.size += 1;
    if (this.size >= this.starts.length) this.starts = larger(this.starts);
    this.starts[this.size] = this.#end;
  }
}
