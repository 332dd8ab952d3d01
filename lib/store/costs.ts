import sql from 'sql-template-tag';
import type { Tx } from './inOrg.ts';

/** What a role or a channel cost in a month; `kind` is `role` or `channel`. */
export type Cost = {
  /** First day of the month. */
  month: string;
  kind: string;
  name: string;
  amount: string;
  currency: string;
};

/** Adds costs; the same month, kind and name takes the new amount. */
export async function putCosts(tx: Tx, costs: readonly Cost[]): Promise<void> {
  const put = sql`insert into cost (org_id, month, kind, name, amount, currency)
    select ${tx.orgId}::uuid, month::date, kind, name, amount::numeric, currency
    from unnest(${costs.map((one) => one.month)}::text[], ${costs.map((one) => one.kind)}::text[],
                ${costs.map((one) => one.name)}::text[], ${costs.map((one) => one.amount)}::text[],
                ${costs.map((one) => one.currency)}::text[])
      as given (month, kind, name, amount, currency)
    on conflict (org_id, month, kind, name)
      do update set amount = excluded.amount, currency = excluded.currency`;
  await tx.client.query({ text: put.text, values: put.values });
}
