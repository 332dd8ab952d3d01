/** Votes of a file's amounts for one sign or the other. */
export type DecimalEvidence = { dot: number; comma: number };

export function addDecimalEvidence(evidence: DecimalEvidence, value: string): void {
  const text = value.replace(/[^\d.,]/g, '');
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
  if (!grouped && tail === 3 && (parts[0]?.length ?? 0) <= 3 && parts[0] !== '0') return;
  const isDecimal = !grouped;
  if ((sign === '.') === isDecimal) evidence.dot += 1;
  else evidence.comma += 1;
}

export function decimalOf(evidence: DecimalEvidence): '.' | ',' {
  return evidence.comma > evidence.dot ? ',' : '.';
}
