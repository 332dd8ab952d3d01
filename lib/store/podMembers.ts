import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

/** A membership from a local day to the day before another; null: until further notice. */
export type PodMember = { pod: string; owner: string; from: string; to: string | null };

const memberRow = z.strictObject({
  pod: z.string(),
  owner: z.string(),
  from: z.string(),
  to: z.string().nullable(),
});

export async function podMembers(tx: Tx): Promise<PodMember[]> {
  return rows(
    tx,
    memberRow,
    sql`select pod, owner, from_date::text as from, to_date::text as to from pod_member
      where org_id = ${tx.orgId}::uuid order by owner, from_date desc, pod`,
  );
}
