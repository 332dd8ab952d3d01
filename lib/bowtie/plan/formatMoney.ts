import { Decimal } from 'decimal.js';
import { toCents } from '../money.ts';

/**
 * A computed amount as the wire tells it: a decimal string in whole cents, rounded half up.
 * @example
 * formatMoney(1234.5) // => '1234.50'
 * formatMoney(1e21) // => '1000000000000000000000.00'
 */
export function formatMoney(amount: number): string {
  return toCents(new Decimal(amount).toFixed());
}
