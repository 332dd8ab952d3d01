import type { DayCurve } from './dayCurve.ts';
import { type Landing, landing } from './landing.ts';

/** Records on the way, all before the same step and of the same age in whole days. */
export type OpenEntries = { step: number; age: number; count: number };
/** Wins whose revenue has not begun, by days since the win. */
export type SignedWins = { age: number; count: number; arr: number };

/** What a segment is still to bring, as it stands at one moment. */
export type SalesInputs = {
  facts: { daysLeft: number; open: readonly OpenEntries[]; signed: readonly SignedWins[] };
  /** From the first stage to the win, and after it to the first day of revenue where that waits. */
  rates: { steps: readonly DayCurve[]; toWin: number };
  /** ARR of a win. */
  value: number;
  /** Entries into the first stage to come on the last day, the day before it, ... */
  daily: readonly number[];
};

export type SalesAhead = {
  /** By step: records on the way, and how many of them count by the end. */
  pipeline: { step: number; count: number; wins: number; arr: number }[];
  signed: { count: number; wins: number; arr: number };
  inflow: { count: number; wins: number; arr: number };
};

/**
 * What is still to come until the end: from the open pipeline, from wins whose revenue has not
 * begun, and from records that are still to enter the first stage.
 *
 * wins of a stage = sum over its open entries of P(in time | still open at this age); arr = wins x
 * value of a win; a signed win has its own ARR. Amounts in the reporting currency, unrounded.
 * Source: definitions, section 8 (5, 11).
 * @example
 * const wait = { rate: 0.5, fresh: [0, 0, 0.25, 0.25], open: [1, 0.5, 0.5] };
 * const steps = [{ ...wait, advanced: [0, 0, 0.5], ended: [0.5, 0, 0.5] }];
 * const facts = { daysLeft: 9, open: [{ step: 0, age: 1, count: 4 }], signed: [] };
 * const told = salesAhead({ facts, rates: { steps, toWin: 1 }, value: 10, daily: [6] });
 * told.pipeline // => [{ step: 0, count: 4, wins: 4, arr: 40 }]
 * told.inflow // => { count: 6, wins: 0, arr: 0 }
 */
export function salesAhead(inputs: SalesInputs): SalesAhead {
  const { facts, rates, value } = inputs;
  const table = landing(rates.steps, facts.daysLeft);
  const pipeline = rates.steps.slice(0, rates.toWin).map((_, step) => {
    const own = facts.open.filter((one) => one.step === step);
    const count = own.reduce((sum, one) => sum + one.count, 0);
    const wins = winsOf(own, table);
    return { step, count, wins, arr: wins * value };
  });
  const inflow = inflowOf(inputs, table);
  return {
    pipeline,
    signed: signedOf(inputs, table),
    inflow: { ...inflow, arr: inflow.wins * value },
  };
}

/**
 * Those of open entries that count by the end.
 * @example
 * const sure = { open: () => 0.5, coming: () => 1 };
 * winsOf([{ step: 0, age: 3, count: 4 }], sure) // => 2
 */
export function winsOf(open: readonly OpenEntries[], table: Landing): number {
  return open.reduce((sum, { step, age, count }) => sum + count * table.open(step, age), 0);
}

/**
 * Signed wins whose revenue begins by the end; where nothing waits there are none.
 * @example
 * const sure = { open: () => 0.5, coming: () => 1 };
 * const facts = { daysLeft: 9, open: [], signed: [{ age: 3, count: 2, arr: 90 }] };
 * signedOf({ facts, rates: { steps: [], toWin: 1 }, value: 1, daily: [] }, sure)
 * // => { count: 2, wins: 1, arr: 45 }
 */
export function signedOf({ facts, rates }: SalesInputs, table: Landing): SalesAhead['signed'] {
  const told = { count: 0, wins: 0, arr: 0 };
  for (const { age, count, arr } of facts.signed) {
    const begins = table.open(rates.toWin, age);
    told.count += count;
    told.wins += count * begins;
    told.arr += arr * begins;
  }
  return told;
}

/**
 * Entries still to come into the first stage until the end, and those of them that count by then.
 * @example
 * const sure = { open: () => 1, coming: () => 0.5 };
 * const facts = { daysLeft: 1.5, open: [], signed: [] };
 * inflowOf({ facts, rates: { steps: [], toWin: 0 }, value: 1, daily: [4, 4, 4] }, sure)
 * // => { count: 6, wins: 3 }
 */
export function inflowOf({ facts, daily }: SalesInputs, table: Landing) {
  const told = { count: 0, wins: 0 };
  daily.forEach((entries, day) => {
    // What is left of the day, and the middle of it, counted from now.
    const part = Math.min(1, facts.daysLeft - day);
    if (part <= 0) return;
    const middle = facts.daysLeft - day - part / 2;
    told.count += entries * part;
    told.wins += entries * part * table.coming(0, middle);
  });
  return told;
}
