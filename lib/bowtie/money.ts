import { Decimal } from 'decimal.js';

/** Amounts and rates are at most 30 digits each: their product is exact. */
const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP });

/**
 * A decimal string rounded half up (away from zero) to whole cents, always with two decimals.
 * Source: definitions, section 3 rule 9.
 * @example
 * toCents('12000') // => '12000.00'
 * toCents('0.005') // => '0.01'
 * toCents('-0.005') // => '-0.01'
 */
export function toCents(amount: string): string {
  return new Exact(amount).toFixed(2);
}

/**
 * An amount at a rate, rounded half up to the cent once. `rate` is units of the reporting currency
 * per unit. Exact before the rounding. Source: definitions, section 3 rule 9.
 * @example
 * convertAmount('100', '7.1234567') // => '712.35'
 * convertAmount('0.5', '0.01') // => '0.01'
 */
export function convertAmount(amount: string, rate: string): string {
  return new Exact(amount).times(rate).toFixed(2);
}

/**
 * The exact sum of amounts in whole cents; '0.00' over none.
 * @example
 * sumMoney(['0.10', '0.20', '-1.00']) // => '-0.70'
 * sumMoney([]) // => '0.00'
 */
export function sumMoney(amounts: Iterable<string>): string {
  let cents = 0n;
  for (const amount of amounts) cents += parseCents(amount);
  return formatCents(cents);
}

/**
 * Whole cents of an amount with at most two decimals; throws a RangeError for any other text.
 * @example
 * parseCents('12.5') // => 1250n
 * parseCents('-0.07') // => -7n
 */
export function parseCents(amount: string): bigint {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount);
  if (!match) throw new RangeError(`not an amount in whole cents: ${amount}`);
  const cents = BigInt(match[2] ?? '0') * 100n + BigInt((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -cents : cents;
}

/**
 * Whole cents as a decimal string with two decimals.
 * @example
 * formatCents(-7n) // => '-0.07'
 * formatCents(1250n) // => '12.50'
 */
export function formatCents(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
