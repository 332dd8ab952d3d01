import { isCurrency } from '#lib/contract/currency.ts';
import { Problem, quote } from './problem.ts';
import type { RawRow } from './readText.ts';

/** Before the point. */
export const MOST_DIGITS = 30;
const DECIMAL = new RegExp(String.raw`^[+-]?\d{1,${MOST_DIGITS}}(\.\d{1,15})?$`);
const NO_MONEY = new Set(['XXX', 'XTS']);

/** A decimal in one spelling, so that equal amounts are equal text; null when absent. */
export function readAmount(row: RawRow, field: string): string | null {
  const value = row[field];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'number') {
    throw new Problem(
      'invalid_amount',
      `${field} must be a decimal string, not the number ${value}`,
    );
  }
  if (typeof value !== 'string' || !DECIMAL.test(value)) {
    throw new Problem('invalid_amount', `not an amount: ${quote(value)}`);
  }
  return canonical(value);
}

function canonical(text: string): string {
  const [whole = '', fraction = ''] = text.replace(/^[+-]/, '').split('.');
  const head = whole.replace(/^0+(?=\d)/, '');
  const tail = fraction.replace(/0+$/, '');
  const plain = tail === '' ? head : `${head}.${tail}`;
  return text.startsWith('-') && plain !== '0' ? `-${plain}` : plain;
}

/** An ISO 4217 code, in capitals; null when absent. */
export function readCurrency(row: RawRow, field = 'currency'): string | null {
  const value = row[field];
  if (value === undefined || value === null || value === '') return null;
  if (typeof value !== 'string') {
    throw new Problem('invalid_currency', `not an ISO 4217 currency: ${quote(value)}`);
  }
  const code = /^[a-z]{3}$/i.test(value) ? value.toUpperCase() : '';
  if (isCurrency(code) && !NO_MONEY.has(code)) return code;
  throw new Problem('invalid_currency', `not an ISO 4217 currency: ${quote(value)}`);
}
