import { type ArrEvent, accountOf, nextArr } from '#lib/bowtie/arrFromEvents.ts';
import type { ArrSpan } from '#lib/bowtie/arrSpans.ts';
import { DIMENSIONS, type Dimension, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { Unconverted } from '../unconverted.ts';
import { dayNumber, dayText } from './dayNumber.ts';
import { PackedTexts } from './PackedTexts.ts';
import { larger, SpanRows } from './SpanRows.ts';

/** `to` of a span that has no end. */
export const OPEN = 2 ** 31 - 1;
/** Any sum of so many cents is exact as a plain number. */
const SAFE = 2 ** 52;

type Calendar = { dayOf: (at: number) => Day; asOfDay: Day };

/**
 * What `arrFromEvents` says, as columns: hundreds of thousands of spans without an object for each.
 * Events come in the order of `orderEvents`, one by one; then `finish` sorts the spans by account.
 */
export class EventSpans {
  rows = new SpanRows();
  readonly unconverted = new SpanRows();
  readonly accounts = new PackedTexts();
  /** The spans of account i are those from `starts[i]` to `starts[i + 1]`, in order of days. */
  starts = new Int32Array();
  /** Amounts that are no exact number as cents, by row. */
  readonly #huge = new Map<number, bigint>();
  #sum = 0;
  #numbers = new Map<string, number>();
  #running = new Map<string, number>();
  /** By account its latest row, and by row the one before of the same account. */
  #latest = new Int32Array(1024);
  #before = new Int32Array(1024);
  readonly #calendar: Calendar;
  #spans: ArrSpan[] | null = null;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
  }

  /** Whether plain numbers add up exactly, whatever is asked. */
  get isExact(): boolean {
    return this.#huge.size === 0 && this.#sum < SAFE;
  }

  take(event: ArrEvent & { unconverted: boolean }): void {
    const day = this.#calendar.dayOf(event.occurredAt);
    const at = dayNumber(day);
    if (event.unconverted) this.unconverted.add(event.dimensions, at, at + 1, 0);
    if (day > this.#calendar.asOfDay) return;
    if (event.stage === 'won' && event.dimensions.motion === 'renewal') this.#endOthers(event, at);
    const before = this.#running.get(event.recordId);
    const had = before !== undefined && this.rows.to[before] === OPEN ? before : null;
    const arr = nextArr(event, had === null ? 0n : this.#centsOf(had));
    if (arr === null || (had !== null && arr === this.#centsOf(had))) return;
    if (had !== null) this.rows.to[had] = at;
    if (arr > 0n) this.#open(event, had, at, arr);
  }

  /** A won renewal ends all else that the account has. */
  #endOthers(event: ArrEvent, at: number): void {
    const account = this.#numbers.get(accountOf(event));
    if (account === undefined) return;
    const own = this.#running.get(event.recordId);
    for (let row = this.#latest[account] ?? -1; row >= 0; row = this.#before[row] ?? -1) {
      if (row !== own && this.rows.to[row] === OPEN) this.rows.to[row] = at;
    }
  }

  #open(event: ArrEvent, had: number | null, at: number, arr: bigint): void {
    const { rows } = this;
    const cents = arr <= SAFE ? Number(arr) : 0;
    const row = rows.add(had === null ? event.dimensions : had, at, OPEN, cents);
    if (arr > SAFE) this.#huge.set(row, arr);
    this.#sum += cents;
    const account = had === null ? this.#numberOf(accountOf(event)) : (rows.account[had] ?? 0);
    rows.account[row] = account;
    if (row >= this.#before.length) this.#before = larger(this.#before);
    this.#before[row] = this.#latest[account] ?? -1;
    this.#latest[account] = row;
    this.#running.set(event.recordId, row);
  }

  #numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const account = this.accounts.add(name);
    this.#numbers.set(name, account);
    if (account >= this.#latest.length) this.#latest = larger(this.#latest);
    this.#latest[account] = -1;
    return account;
  }

  #centsOf(row: number): bigint {
    return this.#huge.get(row) ?? BigInt(this.rows.cents[row] ?? 0);
  }

  /** Nothing may be taken any more. Days on which nothing came of a span are left out. */
  finish(): this {
    const { rows } = this;
    const starts = new Int32Array(this.accounts.size + 1);
    const isThere = (row: number) => (rows.from[row] ?? 0) < (rows.to[row] ?? 0);
    for (let row = 0; row < rows.size; row += 1) {
      const next = (rows.account[row] ?? 0) + 1;
      if (isThere(row)) starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let i = 1; i < starts.length; i += 1) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const places = starts.slice();
    const order = new Int32Array(starts.at(-1) ?? 0);
    const huge = new Map(this.#huge);
    this.#huge.clear();
    for (let row = 0; row < rows.size; row += 1) {
      if (!isThere(row)) continue;
      const account = rows.account[row] ?? 0;
      const place = places[account] ?? 0;
      places[account] = place + 1;
      order[place] = row;
      const arr = huge.get(row);
      if (arr !== undefined) this.#huge.set(place, arr);
    }
    this.rows = rows.inOrder(order);
    this.starts = starts;
    this.#numbers = new Map();
    this.#running = new Map();
    this.#latest = new Int32Array();
    this.#before = new Int32Array();
    return this;
  }

  dimensionsAt(row: number): DimensionValues {
    return dimensionsOf(this.rows, row);
  }

  /** The spans as objects. */
  get spans(): readonly ArrSpan[] {
    this.#spans ??= Array.from({ length: this.rows.size }, (_, row) => this.#spanAt(row));
    return this.#spans;
  }

  /** Days of money without a rate, as objects. */
  get unconvertedDays(): Unconverted[] {
    const { size, from, to } = this.unconverted;
    return Array.from({ length: size }, (_, row) => ({
      dimensions: dimensionsOf(this.unconverted, row),
      from: dayText(from[row] ?? 0),
      to: dayText(to[row] ?? 0),
    }));
  }

  /** Those of accounts with these names. */
  spansOf(names: readonly string[]): ArrSpan[] {
    const found: ArrSpan[] = [];
    for (let account = 0; account < this.accounts.size; account += 1) {
      if (!names.includes(this.accounts.at(account))) continue;
      const end = this.starts[account + 1] ?? 0;
      for (let row = this.starts[account] ?? 0; row < end; row += 1) found.push(this.#spanAt(row));
    }
    return found;
  }

  #spanAt(row: number): ArrSpan {
    const { from, to, account } = this.rows;
    return {
      accountId: this.accounts.at(account[row] ?? 0),
      dimensions: this.dimensionsAt(row),
      from: dayText(from[row] ?? 0),
      to: to[row] === OPEN ? null : dayText(to[row] ?? 0),
      arr: this.#centsOf(row),
    };
  }
}

/** The values of a row's dimensions. */
export function dimensionsOf(rows: SpanRows, row: number): DimensionValues {
  const values = DIMENSIONS.map((one): [Dimension, string] => [one, rows.valueAt(one, row)]);
  return Object.fromEntries(values) as DimensionValues;
}
