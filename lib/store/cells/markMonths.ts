import { type Day, localDayOf } from '#lib/bowtie/localDay.ts';
import type { DerivedRecord, Instant } from '#lib/bowtie/records.ts';
import type { Tx } from '../inOrg.ts';
import type { Org } from '../orgs.ts';
import { markRevenue, markStale } from './markStale.ts';

/**
 * Marks the months of records whose derived rows are about to be replaced, and says whether there
 * are any of before. Every fact of a record lies at the beginning of one of its spans.
 */
export async function markMonths(
  tx: Tx,
  { timeZone }: Pick<Org, 'timeZone'>,
  recordIds: readonly string[],
  derived: ReadonlyMap<string, DerivedRecord>,
): Promise<boolean> {
  const months = new Set<Day>();
  let hasMovements = false;
  for (const { spans, movements } of derived.values()) {
    for (const { fromAt } of spans) months.add(monthOf(fromAt, timeZone));
    hasMovements ||= movements.length > 0;
  }
  const before = await tx.client.query<{ at: number }>(
    `select distinct date_part('epoch', date_trunc('hour', old.from_at)) * 1000 as at
     from unnest($2::text[]) as asked (id)
     cross join lateral (
       select t.from_at from record_span t
       where t.org_id = $1::uuid and t.record_id = asked.id offset 0) old`,
    [tx.orgId, recordIds],
  );
  for (const { at } of before.rows) {
    // A zone may begin its months within an hour of UTC: both ends of the hour count.
    months.add(monthOf(at, timeZone)).add(monthOf(at + 3_599_999, timeZone));
  }
  await markStale(tx, months);
  if (before.rows.length > 0 || hasMovements) await markRevenue(tx);
  return before.rows.length > 0;
}

export function monthOf(at: Instant, timeZone: string): Day {
  return `${localDayOf(at, timeZone).slice(0, 7)}-01`;
}
