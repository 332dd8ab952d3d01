import { Decimal } from 'decimal.js';
import { formatCents, parseCents, toCents } from '../money.ts';

/** Amounts have at most 30 digits: products with a rate are exact. */
const Exact = Decimal.clone({ precision: 80 });

/**
 * Exact amounts in cents that sum to the rounded total: a cent left over goes to the largest.
 *
 * The total is rounded half up once; every part is rounded on its own, and the difference is booked
 * on the part with the largest amount. Any sign. Source: definitions, section 3 rule 9.
 * @example
 * splitMoney('100', [1, 1, 1]) // => ['33.34', '33.33', '33.33']
 * splitMoney('-10.00', [0.5, 0.5]) // => ['-5.00', '-5.00']
 * splitMoney('5', []) // => []
 */
export function splitMoney(total: string, shares: readonly number[]): string[] {
  const weight = shares.reduce((sum, one) => sum.plus(one), new Exact(0));
  const whole = parseCents(toCents(total));
  const parts = shares.map((share) => {
    const exact = weight.isZero() ? new Exact(0) : new Exact(total).times(share).div(weight);
    return parseCents(toCents(exact.toFixed(10)));
  });
  const rest = whole - parts.reduce((sum, one) => sum + one, 0n);
  const largest = shares.reduce((best, one, i) => (one > (shares[best] ?? 0) ? i : best), 0);
  return parts.map((one, i) => formatCents(i === largest ? one + rest : one));
}
