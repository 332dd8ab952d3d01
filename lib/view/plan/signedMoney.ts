import type { Format } from '../createFormat.ts';

/** A change of an amount: with its sign, 0 without. */
export function signedMoney(amount: string, format: Format): string {
  const value = Number(amount);
  const size = format.shortMoney(String(Math.abs(value)));
  if (value === 0) return size;
  return `${value > 0 ? '+' : '\u2212'}${size}`;
}
