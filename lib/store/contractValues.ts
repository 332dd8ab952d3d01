import sql, { join, raw } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type Dimension, UNKNOWN } from '#lib/bowtie/dimensions.ts';
import type { Tx } from './inOrg.ts';
import type { Filters } from './questionScope.ts';
import { rows } from './rows.ts';

/** Where a contract's group comes from: its own dimension, else its account's. */
const SOURCES: Record<Dimension, string> = {
  segment: 'coalesce(c.segment, a.segment)',
  channel: 'a.channel',
  owner: 'a.owner',
  pod: 'null',
  motion: 'c.motion',
  product: 'c.product',
  region: 'a.region',
};

/** The values of a dimension that the organization's contracts have, under the same filters. */
export async function contractValues(tx: Tx, by: Dimension, where: Filters): Promise<string[]> {
  const filters = DIMENSIONS.flatMap((dimension) => {
    const values = where[dimension];
    if (values === undefined) return [];
    return [sql` and ${valueIn(dimension)} = any(${[...values]}::text[])`];
  });
  const found = await rows(
    tx,
    z.strictObject({ value: z.string() }),
    sql`with account_now as (
        select distinct on (account_id) account_id, segment, channel, owner, region
        from account where org_id = ${tx.orgId}::uuid
        order by account_id, version desc, arrival desc
      ), contract_now as (
        select distinct on (source, contract_id) account_id, segment, motion, product
        from contract where org_id = ${tx.orgId}::uuid
        order by source, contract_id, version desc, arrival desc
      )
      select distinct ${valueIn(by)} as value
      from contract_now c left join account_now a using (account_id)
      where true ${filters.length === 0 ? sql`` : join(filters, '')}`,
  );
  return found.map((row) => row.value);
}

function valueIn(dimension: Dimension) {
  return raw(`coalesce(${SOURCES[dimension]}, '${UNKNOWN}')`);
}
