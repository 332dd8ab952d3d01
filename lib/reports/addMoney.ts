import { Decimal } from 'decimal.js';

const Exact = Decimal.clone({ precision: 100 });

/** Exact sum of decimal strings, with at least two decimals. */
export function addMoney(amounts: readonly string[]): string {
  const sum = amounts.reduce((total, amount) => total.plus(amount), new Exact(0));
  return sum.toFixed(Math.max(2, sum.decimalPlaces()));
}
