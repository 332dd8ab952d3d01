import { narrow } from '../narrow.ts';

/** Around the digits: parentheses or one sign, before or behind, and one sign of a currency. */
const WRITTEN = /^(\()?([+-]?)\s*(\p{Sc}|元)?\s*([+-]?)([\d.,'’\s]*?)\s*(\p{Sc}|元)?([+-]?)(\))?$/u;

/** An amount as a file writes it (`$1,234.50`, `1.234,50 €`, `(12)`, `5-`) as a plain decimal. */
export function plainDecimal(written: string, decimal: '.' | ','): string | null {
  const match = WRITTEN.exec(narrow(written).replaceAll('\u2212', '-').trim());
  if (!match) return null;
  const [, open, first = '', left, second = '', body = '', right, last = '', close] = match;
  const signs = `${open ?? ''}${first}${second}${last}`;
  const paired = (open === undefined) === (close === undefined);
  if (!paired || signs.length > 1 || (left !== undefined && right !== undefined)) return null;
  const [whole = '', fraction, ...more] = body.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  const digits = ungroup(whole, decimal);
  if (digits === null || (digits === '' && !fraction)) return null;
  const negative = signs === '-' || signs === '(';
  return `${negative ? '-' : ''}${digits || '0'}${fraction ? `.${fraction}` : ''}`;
}

/** Thousands in groups of three, or as in India of two before the last three; one kind of sign. */
function ungroup(whole: string, decimal: '.' | ','): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const signs = new Set(whole.replace(/\d/g, ''));
  const [sign = '', ...others] = signs;
  if (others.length > 0 || sign === decimal) return null;
  const [first = '', ...groups] = whole.split(sign);
  const last = groups.pop() ?? '';
  if (!/^\d{1,3}$/.test(first) || !/^\d{3}$/.test(last)) return null;
  const threes = groups.every((group) => /^\d{3}$/.test(group));
  const twos = first.length < 3 && groups.every((group) => /^\d{2}$/.test(group));
  return threes || twos ? `${first}${groups.join('')}${last}` : null;
}
