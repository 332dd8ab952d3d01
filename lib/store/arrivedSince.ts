import sql from 'sql-template-tag';
import type { Tx } from './inOrg.ts';

/** A number behind every arrival so far; the caller holds the organization's lock. */
export async function markArrivals(tx: Tx): Promise<string> {
  const { rows } = await tx.client.query<{ mark: string }>(
    `select nextval('arrival_seq')::text as mark`,
  );
  return rows[0]?.mark ?? '0';
}

/** Records that an event or an account changed after a mark. */
export async function recordsSince(tx: Tx, mark: string): Promise<string[]> {
  const question = sql`
    select record_id as id from stage_event
      where org_id = ${tx.orgId}::uuid and arrival > ${mark}::bigint
    union
    select e.record_id from account a join stage_event e
        on e.org_id = a.org_id and e.account_id = a.account_id
      where a.org_id = ${tx.orgId}::uuid and a.arrival > ${mark}::bigint`;
  return idsOf(tx, question);
}

/** Accounts that changed themselves or by a contract after a mark. */
export async function accountsSince(tx: Tx, mark: string): Promise<string[]> {
  const question = sql`
    select account_id as id from account
      where org_id = ${tx.orgId}::uuid and arrival > ${mark}::bigint
    union
    select o.account_id from contract c join contract o
        on o.org_id = c.org_id and o.contract_id = c.contract_id
      where c.org_id = ${tx.orgId}::uuid and c.arrival > ${mark}::bigint`;
  return idsOf(tx, question);
}

async function idsOf(tx: Tx, question: { text: string; values: unknown[] }): Promise<string[]> {
  const { rows } = await tx.client.query<{ id: string }>({
    text: question.text,
    values: question.values,
  });
  return rows.map((row) => row.id);
}
