import sql from 'sql-template-tag';
import { z } from 'zod';
import { addDimensionValues, SeenValues } from './addDimensionValues.ts';
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

/** Adds memberships; the caller rebuilds the organization, because pods of past events change. */
export async function putPodMembers(tx: Tx, members: readonly PodMember[]): Promise<void> {
  const put = sql`insert into pod_member (org_id, pod, owner, from_date, to_date)
    select ${tx.orgId}::uuid, pod, owner, from_date::date, to_date::date
    from unnest(${members.map((one) => one.pod)}::text[],
                ${members.map((one) => one.owner)}::text[],
                ${members.map((one) => one.from)}::text[],
                ${members.map((one) => one.to)}::text[]) as given (pod, owner, from_date, to_date)
    on conflict (org_id, pod, owner, from_date) do update set to_date = excluded.to_date`;
  await tx.client.query({ text: put.text, values: put.values });
  const seen = new SeenValues();
  for (const member of members) seen.add('pod', member.pod);
  await addDimensionValues(tx, seen);
}
