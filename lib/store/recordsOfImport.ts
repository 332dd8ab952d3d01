import sql from 'sql-template-tag';
import type { Tx } from './inOrg.ts';

/** Records that an import brought a fact of, in code point order, a batch at a time. */
export async function* recordsOfImport(
  tx: Tx,
  importId: string,
  size: number,
): AsyncGenerator<string[]> {
  const open = sql`declare imported no scroll cursor for
    select distinct record_id from stage_event
    where org_id = ${tx.orgId}::uuid and import_id = ${importId}::uuid order by record_id`;
  await tx.client.query({ text: open.text, values: open.values });
  for (;;) {
    const batch = await tx.client.query<{ record_id: string }>(`fetch ${size} from imported`);
    if (batch.rows.length === 0) return;
    yield batch.rows.map((row) => row.record_id);
  }
}
