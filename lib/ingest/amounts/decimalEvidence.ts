import { narrow } from '../narrow.ts';

/** Votes of a file's amounts for one sign or the other; `open`: points that may be either. */
export type DecimalEvidence = { dot: number; comma: number; open: number };

export function noDecimals(): DecimalEvidence {
  return { dot: 0, comma: 0, open: 0 };
}

export function addDecimalEvidence(evidence: DecimalEvidence, value: string): void {
  // `1.5E+05` and `12 USD` are no amounts, whatever their digits.
  if (/[a-z#%]/i.test(value)) return;
  const text = narrow(value).replace(/[^\d.,]/g, '');
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  if (dot === -1 && comma === -1) return;
  if (dot !== -1 && comma !== -1) {
    if (dot > comma) evidence.dot += 1;
    else evidence.comma += 1;
    return;
  }
  const sign = dot !== -1 ? '.' : ',';
  const parts = text.split(sign);
  const grouped = parts.length > 2;
  const tail = parts.at(-1)?.length ?? 0;
  // One sign before exactly three digits says nothing; several of one kind are thousands.
  if (!grouped && tail === 3 && (parts[0]?.length ?? 0) <= 3 && parts[0] !== '0') {
    if (sign === '.') evidence.open += 1;
    return;
  }
  const isDecimal = !grouped;
  if ((sign === '.') === isDecimal) evidence.dot += 1;
  else evidence.comma += 1;
}

export function decimalOf(evidence: DecimalEvidence): '.' | ',' {
  return evidence.comma > evidence.dot ? ',' : '.';
}
