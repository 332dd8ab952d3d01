import { readAmount } from '../plan/readAmount.ts';

const PLAIN = /^\d{1,28}(\.\d{1,2})?$/;
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d{1,2})?$/;

/** An amount as people type it, as it travels: 10000, 10,000.50, 10k, 5万. Null where it is none. */
export function bandAmount(text: string): string | null {
  const bare = text.normalize('NFKC').replace(/[\s'’_]/g, '');
  if (PLAIN.test(bare)) return bare;
  if (GROUPED.test(bare)) return bare.replaceAll(',', '');
  // A comma that groups nothing may be meant as the point: nobody guesses.
  const value = bare.includes(',') ? null : readAmount(bare);
  if (value === null) return null;
  const cents = Math.round(value * 100);
  const found = String(cents / 100);
  return PLAIN.test(found) && Math.abs(value * 100 - cents) < 1e-3 ? found : null;
}

/** Whether one amount, as it travels, is more than another; without the library of decimals. */
export function isAbove(amount: string, other: string): boolean {
  return centsOf(amount) > centsOf(other);
}

function centsOf(amount: string): bigint {
  const [whole = '0', part = ''] = amount.split('.');
  return BigInt(whole + part.padEnd(2, '0'));
}
