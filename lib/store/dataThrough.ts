import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Instant } from '#lib/bowtie/records.ts';
import type { Tx } from './inOrg.ts';
import { at } from './questionScope.ts';
import { rows } from './rows.ts';

/** The time of the organization's last event up to `as_of`; each event begins a span. */
export async function dataThrough(tx: Tx, asOf: Instant): Promise<Instant | null> {
  const found = await rows(
    tx,
    z.strictObject({ ms: z.number().nullable() }),
    sql`select extract(epoch from max(from_at))::float8 * 1000 as ms from record_span
      where org_id = ${tx.orgId}::uuid and from_at <= ${at(asOf)}`,
  );
  const ms = found[0]?.ms ?? null;
  return ms === null ? null : Math.round(ms);
}
