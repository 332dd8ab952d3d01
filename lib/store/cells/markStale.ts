import type { Day } from '#lib/bowtie/localDay.ts';
import type { Tx } from '../inOrg.ts';
import { EVERY_MONTH, REVENUE } from './marks.ts';

/** Until they are folded again, entries answer for these months. */
export async function markStale(tx: Tx, months: Iterable<Day>): Promise<void> {
  const list = [...new Set(months)];
  if (list.length === 0) return;
  await tx.client.query(
    'insert into count_stale (org_id, month) select $1::uuid, unnest($2::date[])',
    [tx.orgId, list],
  );
}

/** The same for all months: where they begin has changed, or what is counted in them. */
export async function markAllStale(tx: Tx): Promise<void> {
  await markStale(tx, [EVERY_MONTH, REVENUE]);
}

/** Says that events which tell recurring revenue are not what they were. */
export async function markRevenue(tx: Tx): Promise<void> {
  await markStale(tx, [REVENUE]);
}
