import { Decimal } from 'decimal.js';
import { toCents } from './money.ts';

/** A conversion at its actual volume, and the rate that it is held against. */
export type Gap = {
  /** Entries into the first stage of the conversion in the period. */
  entries: number;
  rate: number;
  target: number;
  /** The conversions from its second stage to the win, as they are. */
  downstream: readonly number[];
  /** What a win is worth a year on average, in the reporting currency. */
  amountPerWin: string;
  /** Length of the period. */
  days: number;
};

/** What closing the gap brings: in the period, and at the same pace in a year of 365 days. */
export type Gain = { wins: number; arr: string; winsAYear: number; arrAYear: string };

/**
 * What more would be won if a conversion reached a target, and everything else stayed as it is.
 *
 * wins = entries x (target - rate) x product of downstream; ARR = wins x average won amount; a year
 * is 365 / days of it. 0 where the target is already reached: a gap is never negative. Money is
 * rounded half up to the cent once. `days` above 0. Source: definitions, sections 8 (8) and 9.
 * @example
 * const gap = { entries: 100, rate: 0.5, target: 0.8, downstream: [0.5], amountPerWin: '1000.00' };
 * closeGap({ ...gap, days: 73 })
 * // => { wins: 15, arr: '15000.00', winsAYear: 75, arrAYear: '75000.00' }
 * closeGap({ ...gap, target: 0.4, days: 73 }).arr // => '0.00'
 */
export function closeGap({ entries, rate, target, downstream, amountPerWin, days }: Gap): Gain {
  const missing = Decimal.max(0, new Decimal(target).minus(rate));
  const wins = downstream.reduce((product, one) => product.times(one), missing.times(entries));
  const winsAYear = wins.times(365).div(days);
  return {
    wins: wins.toNumber(),
    arr: toCents(wins.times(amountPerWin).toString()),
    winsAYear: winsAYear.toNumber(),
    arrAYear: toCents(winsAYear.times(amountPerWin).toString()),
  };
}
