import sql, { raw } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import type { Tx } from './inOrg.ts';
import { prepared } from './prepared.ts';
import { rows } from './rows.ts';

const knownRow = z.strictObject({ dimension: z.enum(DIMENSIONS), value: z.string() });

const known = raw(`(
  select org_id, dimension, value from dimension_value
  union select org_id, 'pod', pod from pod_member
  union select org_id, 'owner', owner from person)`);

/** Which of these values the organization has ever received, or has as a pod or a person. */
export async function findKnownValues(
  tx: Tx,
  asked: readonly { dimension: Dimension; value: string }[],
): Promise<{ dimension: Dimension; value: string }[]> {
  return prepared(
    tx,
    knownRow,
    sql`select dimension, value from ${known} as known
      where org_id = ${tx.orgId}::uuid and (dimension, value) in (
        select * from unnest(${asked.map((one) => one.dimension)}::text[],
          ${asked.map((one) => one.value)}::text[]))`,
  );
}

/** The known values of every dimension, at most `limit` of each, in code point order. */
export async function listKnownValues(
  tx: Tx,
  limit: number,
): Promise<{ dimension: Dimension; value: string }[]> {
  return rows(
    tx,
    knownRow,
    sql`select dimension, value from (
        select dimension, value,
          row_number() over (partition by dimension order by value collate "C") as place
        from ${known} as known where org_id = ${tx.orgId}::uuid
      ) placed where place <= ${limit} order by dimension, place`,
  );
}
