import { ARR_MOVEMENTS, type ArrMovement, type LoopPeriod } from '#lib/bowtie/loopMovements.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { RetentionSums } from '#lib/bowtie/retention.ts';
import { dayNumber } from './dayNumber.ts';
import type { UnitColumns } from './UnitColumns.ts';

/** What is summed up for each day; `kept` and `single` of units with one step alone. */
const SUMS = [...ARR_MOVEMENTS, 'customers', 'kept', 'single'] as const;
const WIDTH = SUMS.length;
type Sum = (typeof SUMS)[number];
const PLACE = Object.fromEntries(SUMS.map((name, i) => [name, i])) as Record<Sum, number>;

/**
 * What `unitIndex` is, of columns: running sums at the end of every day on which anything changed.
 * Retention needs the balance of a unit at two dates: only units of several steps are looked at.
 */
export class UnitSums {
  readonly #days: Int32Array;
  readonly #sums: Float64Array;
  /** Units of several steps, as in `UnitColumns`. */
  readonly #starts: Int32Array;
  readonly #stepDays: Int32Array;
  readonly #arrs: Float64Array;

  constructor(units: UnitColumns) {
    const { days, sums } = runningSums(units);
    this.#days = days;
    this.#sums = sums;
    const several = severalOf(units);
    this.#starts = several.starts;
    this.#stepDays = several.days;
    this.#arrs = several.arrs;
  }

  get bytes(): number {
    const numbers = this.#sums.length + this.#arrs.length;
    return 8 * numbers + 4 * (this.#days.length + this.#starts.length + this.#stepDays.length);
  }

  period({ from, to }: DayRange): LoopPeriod {
    const [a, b] = [this.#before(from), this.#before(to)];
    const moved = ARR_MOVEMENTS.map((name): [ArrMovement, bigint] => [
      name,
      from < to ? BigInt(this.#sum(b, name) - this.#sum(a, name)) : 0n,
    ]);
    return {
      ...(Object.fromEntries(moved) as Record<ArrMovement, bigint>),
      start: BigInt(this.#balance(a)),
      end: BigInt(this.#balance(b)),
      customersStart: this.#sum(a, 'customers'),
      customersEnd: this.#sum(b, 'customers'),
    };
  }

  retention({ from, to }: DayRange): RetentionSums {
    const at = this.#before(from);
    const [kept, single] = [this.#sum(at, 'kept'), this.#sum(at, 'single')];
    const [first, last] = [dayNumber(from), dayNumber(to)];
    const found = { base: kept, net: kept, kept, units: single, unitsKept: single };
    for (let unit = 0; unit + 1 < this.#starts.length; unit += 1) {
      let start = 0;
      let end = 0;
      const until = this.#starts[unit + 1] ?? 0;
      for (let i = this.#starts[unit] ?? 0; i < until; i += 1) {
        const day = this.#stepDays[i] ?? 0;
        if (day < first) start = this.#arrs[i] ?? 0;
        if (day < last) end = this.#arrs[i] ?? 0;
      }
      if (start === 0) continue;
      found.base += start;
      found.net += end;
      found.kept += Math.min(start, end);
      found.units += 1;
      if (end > 0) found.unitsKept += 1;
    }
    const { base, net, units, unitsKept } = found;
    return { base: BigInt(base), net: BigInt(net), kept: BigInt(found.kept), units, unitsKept };
  }

  /** The place of the last day before a date; -1 where nothing is before it. */
  #before(date: string): number {
    const day = dayNumber(date);
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #sum(at: number, name: Sum): number {
    return at < 0 ? 0 : (this.#sums[at * WIDTH + PLACE[name]] ?? 0);
  }

  #balance(at: number): number {
    const of = (name: Sum) => this.#sum(at, name);
    return of('new') + of('reactivation') + of('expansion') - of('contraction') - of('churn');
  }
}

function runningSums({ starts, size, days, arrs }: UnitColumns) {
  const changed = Int32Array.from(new Set(days.subarray(0, starts[size]))).sort();
  const first = changed[0] ?? 0;
  const places = new Int32Array((changed.at(-1) ?? 0) - first + 1);
  changed.forEach((day, i) => {
    places[day - first] = i * WIDTH;
  });
  const sums = new Float64Array(changed.length * WIDTH);
  const add = (at: number, name: Sum, value: number) => {
    const place = at + PLACE[name];
    sums[place] = (sums[place] ?? 0) + value;
  };
  for (let unit = 0; unit < size; unit += 1) {
    const from = starts[unit] ?? 0;
    const end = starts[unit + 1] ?? 0;
    let before = 0;
    for (let i = from; i < end; i += 1) {
      const at = places[(days[i] ?? 0) - first] ?? 0;
      const arr = arrs[i] ?? 0;
      if (before === 0) add(at, i === from ? 'new' : 'reactivation', arr);
      else if (arr === 0) add(at, 'churn', before);
      else if (arr > before) add(at, 'expansion', arr - before);
      else add(at, 'contraction', before - arr);
      if (before === 0 || arr === 0) add(at, 'customers', arr === 0 ? -1 : 1);
      before = arr;
      if (end - from > 1) continue;
      add(at, 'kept', arr);
      add(at, 'single', 1);
    }
  }
  for (let i = WIDTH; i < sums.length; i += 1) sums[i] = (sums[i] ?? 0) + (sums[i - WIDTH] ?? 0);
  return { days: changed, sums };
}

function severalOf({ starts, size, days, arrs }: UnitColumns) {
  let [count, steps] = [0, 0];
  const lengthOf = (unit: number) => (starts[unit + 1] ?? 0) - (starts[unit] ?? 0);
  for (let unit = 0; unit < size; unit += 1) {
    if (lengthOf(unit) < 2) continue;
    count += 1;
    steps += lengthOf(unit);
  }
  const own = new Int32Array(count + 1);
  const ownDays = new Int32Array(steps);
  const ownArrs = new Float64Array(steps);
  let [at, to] = [0, 0];
  for (let unit = 0; unit < size; unit += 1) {
    if (lengthOf(unit) < 2) continue;
    const [from, end] = [starts[unit] ?? 0, starts[unit + 1] ?? 0];
    ownDays.set(days.subarray(from, end), to);
    ownArrs.set(arrs.subarray(from, end), to);
    to += end - from;
    own[++at] = to;
  }
  return { starts: own, days: ownDays, arrs: ownArrs };
}
