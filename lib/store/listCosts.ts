import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { Cost } from './costs.ts';
import type { Tx } from './inOrg.ts';
import { rows } from './rows.ts';

const costRow = z.strictObject({
  month: z.string(),
  kind: z.string(),
  name: z.string(),
  amount: z.string(),
  currency: z.string(),
});

/** What roles and channels cost in the months that begin in [from, to). */
export async function listCosts(tx: Tx, from: Day, to: Day): Promise<Cost[]> {
  return rows(
    tx,
    costRow,
    sql`select month::text as month, kind, name, amount::text as amount, currency from cost
      where org_id = ${tx.orgId}::uuid and month >= ${from}::date and month < ${to}::date
      order by month, kind, name`,
  );
}
