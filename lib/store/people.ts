import sql from 'sql-template-tag';
import type { Tx } from './inOrg.ts';

/** Somebody who owns records; `owner` is the name that events use. */
export type Person = { owner: string; name: string; role: string };

/** Adds people; a known owner gets the new name and role. */
export async function putPeople(tx: Tx, people: readonly Person[]): Promise<void> {
  const put = sql`insert into person (org_id, owner, name, role)
    select ${tx.orgId}::uuid, owner, name, role
    from unnest(${people.map((one) => one.owner)}::text[], ${people.map((one) => one.name)}::text[],
                ${people.map((one) => one.role)}::text[]) as given (owner, name, role)
    on conflict (org_id, owner) do update set name = excluded.name, role = excluded.role`;
  await tx.client.query({ text: put.text, values: put.values });
}
