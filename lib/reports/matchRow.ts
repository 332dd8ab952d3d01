import type { Match, RecordRow } from '#lib/contract/records.ts';

/** Whether a row has one of the values of each field, as `matched` asks the database. */
export function matchRow(row: RecordRow, match: readonly Match[]): boolean {
  return match.every(({ field, values }) => {
    if (field === 'record_id') return contains(row.record_id, values);
    if (field === 'account') {
      return contains(row.account_id ?? '', values) || contains(row.account_name ?? '', values);
    }
    return values.includes(String(row[field]));
  });
}

function contains(text: string, parts: readonly string[]): boolean {
  return parts.some((part) => text.toLowerCase().includes(part.toLowerCase()));
}
