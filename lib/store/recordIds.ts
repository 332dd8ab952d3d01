import sql from 'sql-template-tag';
import type { Tx } from './inOrg.ts';

/** The next records after a name, in code point order, of facts and of derived rows alike. */
export async function recordIdsAfter(tx: Tx, after: string, limit: number): Promise<string[]> {
  // One arm of the union each, so that each walks its own index and stops at the limit.
  const question = sql`
    select record_id from (
      (select distinct record_id from stage_event
        where org_id = ${tx.orgId}::uuid and record_id > ${after} order by record_id limit ${limit})
      union
      (select distinct record_id from record_span
        where org_id = ${tx.orgId}::uuid and record_id > ${after} order by record_id limit ${limit})
    ) both_sides order by record_id limit ${limit}`;
  const result = await tx.client.query<{ record_id: string }>({
    text: question.text,
    values: question.values,
  });
  return result.rows.map((row) => row.record_id);
}
