import sql from 'sql-template-tag';
import { z } from 'zod';
import { IMPORT_KINDS, QUARANTINE_CODES } from '#lib/contract/ingest.ts';
import type { Tx } from './inOrg.ts';
import { type HeldFilter, type HeldState, heldWhere } from './quarantine.ts';
import { rows } from './rows.ts';

const facetRow = z.strictObject({
  code: z.enum(QUARANTINE_CODES),
  source: z.string(),
  kind: z.enum(IMPORT_KINDS),
  importId: z.uuid().nullable(),
  fileName: z.string().nullable(),
  count: z.int(),
});
export type HeldFacet = z.infer<typeof facetRow>;

/** Held rows by reason, source and file. */
export async function heldFacets(tx: Tx): Promise<HeldFacet[]> {
  return rows(
    tx,
    facetRow,
    sql`select q.code, q.source, q.kind, q.import_id as "importId", i.file_name as "fileName",
        count(*)::int as count
      from quarantine q
      left join import i on i.org_id = q.org_id and i.id = q.import_id
      where q.org_id = ${tx.orgId}::uuid and q.released_at is null
      group by 1, 2, 3, 4, 5 order by count(*) desc, 1, 2, 3, 4`,
  );
}

export async function countHeld(tx: Tx, filter: HeldFilter, state: HeldState): Promise<number> {
  const [found] = await rows(
    tx,
    z.strictObject({ count: z.int() }),
    sql`select count(*)::int as count from quarantine q where ${heldWhere(tx, filter, state)}`,
  );
  return found?.count ?? 0;
}

const nameRow = z.strictObject({ id: z.uuid(), count: z.int() });

/** One held row for each stage name that nothing is known of, with how many say the same. */
export async function unknownStageRows(tx: Tx, limit: number): Promise<z.infer<typeof nameRow>[]> {
  return rows(
    tx,
    nameRow,
    sql`select min(q.id::text)::uuid as id, count(*)::int as count from quarantine q
      where q.org_id = ${tx.orgId}::uuid and q.released_at is null and q.code = 'unknown_stage'
      group by q.message order by count(*) desc, q.message limit ${limit}`,
  );
}
