import type { RecordRow } from '#lib/contract/records.ts';
import { accountNames } from '#lib/store/accountNames.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { ListedRow } from '#lib/store/listRecords.ts';
import { accountsOf } from './askedRecords.ts';
import { isoOf } from './isoOf.ts';

/** Rows of a table as rows of the answer, with the names of their accounts. */
export async function toRecordRows(tx: Tx, listed: readonly ListedRow[]): Promise<RecordRow[]> {
  const names = await accountNames(tx, accountsOf(listed));
  return listed.map(({ sort_value: _, place: __, ...row }) => ({
    ...row,
    entered_at: isoOf(row.entered_at),
    outcome_at: row.outcome_at === null ? null : isoOf(row.outcome_at),
    account_name: names.get(row.account_id ?? '') ?? null,
  }));
}
