import sql from 'sql-template-tag';
import { z } from 'zod';
import { QUARANTINE_CODES } from '#lib/contract/ingest.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const heldRow = z.strictObject({
  code: z.enum(QUARANTINE_CODES),
  count: z.int(),
  line: z.number(),
  raw: z.string(),
  message: z.string(),
});

/** The first rows of each quarantine code of one import, with the count of the code. */
export async function heldRows(
  tx: Tx,
  importId: string,
  perCode: number,
): Promise<z.output<typeof heldRow>[]> {
  return rows(
    tx,
    heldRow,
    sql`select code, count::int as count, line::float8 as line, raw, message
      from (
        select code, line, raw #>> '{}' as raw, message,
          count(*) over (partition by code) as count,
          row_number() over (partition by code order by line) as place
        from quarantine
        where org_id = ${tx.orgId}::uuid and import_id = ${importId}::uuid
          and released_at is null
      ) as held
      where place <= ${perCode} order by count desc, code, line`,
  );
}
