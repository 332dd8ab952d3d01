import sql from 'sql-template-tag';
import { z } from 'zod';
import type { PodMember } from '#lib/bowtie/podMembership.ts';
import { addDimensionValues, SeenValues } from './addDimensionValues.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const memberRow = z.strictObject({
  pod: z.string(),
  owner: z.string(),
  fromDate: z.string(),
  toDate: z.string().nullable(),
});

export async function podMembers(tx: Tx): Promise<PodMember[]> {
  return rows(
    tx,
    memberRow,
    sql`select pod, owner, from_date::text as "fromDate", to_date::text as "toDate" from pod_member
      where org_id = ${tx.orgId}::uuid`,
  );
}

/** Adds memberships; the caller rebuilds the organization, because pods of past events change. */
export async function putPodMembers(tx: Tx, members: readonly PodMember[]): Promise<void> {
  const put = sql`insert into pod_member (org_id, pod, owner, from_date, to_date)
    select ${tx.orgId}::uuid, pod, owner, from_date::date, to_date::date
    from unnest(${members.map((one) => one.pod)}::text[],
                ${members.map((one) => one.owner)}::text[],
                ${members.map((one) => one.fromDate)}::text[],
                ${members.map((one) => one.toDate)}::text[]) as given (pod, owner, from_date, to_date)
    on conflict (org_id, pod, owner, from_date) do update set to_date = excluded.to_date`;
  await tx.client.query({ text: put.text, values: put.values });
  const seen = new SeenValues();
  for (const member of members) seen.add('pod', member.pod);
  await addDimensionValues(tx, seen);
}
