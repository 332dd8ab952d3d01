import { compareCodePoints } from '#lib/bowtie/compareCodePoints.ts';
import { RETAINED_FIELDS, type RecordRow } from '#lib/contract/records.ts';
import type { RowSort } from '../recordsQuery.ts';

const MONEY: readonly string[] = ['amount', ...RETAINED_FIELDS];

/** The order of `listRecords` for rows that no table holds: ties by id, no value comes last. */
export function sortRows(rows: readonly RecordRow[], sort: RowSort): RecordRow[] {
  const { field, descending } = sort;
  const sign = descending ? -1 : 1;
  const byId = (a: RecordRow, b: RecordRow) => compareCodePoints(a.record_id, b.record_id);
  return rows.toSorted((a, b) => {
    const [left = null, right = null] = [a[field], b[field]];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || byId(a, b);
    }
    if (MONEY.includes(field)) return sign * (Number(left) - Number(right)) || byId(a, b);
    return sign * compareCodePoints(String(left), String(right)) || byId(a, b);
  });
}
