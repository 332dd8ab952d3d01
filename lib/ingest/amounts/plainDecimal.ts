const CLUTTER = /[\s\u00a0\u202f'’$€£¥￥₩₽₹元]/g;

/** An amount as a file writes it (`$1,234.50`, `1.234,50 €`, `(12)`) as a plain decimal. */
export function plainDecimal(written: string, decimal: '.' | ','): string | null {
  let text = written.replace(CLUTTER, '');
  let sign = '';
  if (/^\(.*\)$/.test(text)) {
    sign = '-';
    text = text.slice(1, -1);
  }
  if (/^[+-]/.test(text)) {
    if (sign !== '') return null;
    sign = text.startsWith('-') ? '-' : '';
    text = text.slice(1);
  }
  const group = decimal === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = text.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d*$/.test(fraction))) return null;
  const digits = ungroup(whole, group);
  if (digits === null || (digits === '' && !fraction)) return null;
  return `${sign}${digits === '' ? '0' : digits}${fraction ? `.${fraction}` : ''}`;
}

/** Thousands in groups of three; Indian groups of two before the last three too. */
function ungroup(whole: string, group: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const parts = whole.split(group);
  const last = parts.at(-1) ?? '';
  const middle = parts.slice(1, -1);
  const regular =
    /^\d{1,3}$/.test(parts[0] ?? '') &&
    /^\d{3}$/.test(last) &&
    middle.every((part) => /^\d{2,3}$/.test(part));
  return regular ? parts.join('') : null;
}
