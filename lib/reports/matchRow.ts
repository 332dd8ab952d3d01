import type { Match, RecordRow } from '#lib/contract/records.ts';

/** Whether a row has one of the values of each field, as `matched` asks the database. */
export function matchRow(row: RecordRow, match: readonly Match[]): boolean {
  const account = [row.account_id, row.account_name];
  return match.every(({ field, values }) => {
    if (field === 'text') return contains([row.record_id, ...account], values);
    if (field === 'record_id') return contains([row.record_id], values);
    if (field === 'account') return contains(account, values);
    return values.includes(String(row[field]));
  });
}

function contains(texts: readonly (string | null)[], parts: readonly string[]): boolean {
  const has = (text: string | null, part: string) =>
    (text ?? '').toLowerCase().includes(part.toLowerCase());
  return parts.some((part) => texts.some((text) => has(text, part)));
}
