import sql, { raw } from 'sql-template-tag';
import type { Tx } from './inOrg.ts';

const TABLES = {
  record_id: ['stage_entry', 'record_span', 'movement'],
  account_id: ['arr_unit', 'contract_term'],
} as const;

/** One value per derived table over these records' or accounts' rows: equal rows, equal values. */
export async function derivedDigest(
  tx: Tx,
  by: keyof typeof TABLES,
  ids: readonly string[],
): Promise<string[]> {
  const digests: string[] = [];
  for (const table of TABLES[by]) {
    const question = sql`
      select coalesce(md5(string_agg(t::text, chr(10) order by t::text)), '') as digest
      from ${raw(table)} t
      where org_id = ${tx.orgId}::uuid and ${raw(by)} = any(${ids})`;
    const result = await tx.client.query<{ digest: string }>({
      ...{ text: question.text, values: question.values },
    });
    digests.push(`${table} ${result.rows[0]?.digest ?? ''}`);
  }
  return digests;
}
