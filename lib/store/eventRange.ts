import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Instant } from '#lib/bowtie/records.ts';
import type { Tx } from './inOrg.ts';
import { orgState } from './orgState.ts';
import { at } from './questionScope.ts';
import { rows } from './rows.ts';

const rangeRow = z.strictObject({ first: z.number().nullable(), last: z.number().nullable() });

/** The times of the organization's first and last event up to a moment; each begins a span. */
export async function eventRange(
  tx: Tx,
  asOf: Instant,
): Promise<{ first: Instant | null; last: Instant | null }> {
  const { first, last } = tx.readOnly ? await orgState(tx) : { first: null, last: null };
  if (last !== null && last <= asOf) return { first, last };
  const found = await rows(
    tx,
    rangeRow,
    sql`select round(extract(epoch from min(from_at)) * 1000)::float8 as first,
        round(extract(epoch from max(from_at)) * 1000)::float8 as last
      from record_span where org_id = ${tx.orgId}::uuid and from_at <= ${at(asOf)}`,
  );
  return found[0] ?? { first: null, last: null };
}
