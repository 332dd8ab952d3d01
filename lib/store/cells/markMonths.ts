import { type Day, localDayOf } from '#lib/bowtie/localDay.ts';
import type { DerivedRecord, Instant } from '#lib/bowtie/records.ts';
import type { Tx } from '../inOrg.ts';
import type { Org } from '../orgs.ts';
import { markRevenue, markStale } from './markStale.ts';

/** The hours in which spans of these records begin: every fact of a record lies at one of them. */
export async function hoursBefore(tx: Tx, recordIds: readonly string[]): Promise<Instant[]> {
  const before = await tx.client.query<{ at: number }>(
    `select distinct date_part('epoch', date_trunc('hour', old.from_at)) * 1000 as at
     from unnest($2::text[]) as asked (id)
     cross join lateral (
       select t.from_at from record_span t
       where t.org_id = $1::uuid and t.record_id = asked.id offset 0) old`,
    [tx.orgId, recordIds],
  );
  return before.rows.map(({ at }) => at);
}

/** Marks the months of derived rows that are about to be replaced, and of those that come. */
export async function markMonths(
  tx: Tx,
  { timeZone }: Pick<Org, 'timeZone'>,
  hours: readonly Instant[],
  derived: ReadonlyMap<string, DerivedRecord>,
): Promise<void> {
  const months = new Set<Day>();
  let hasMovements = false;
  for (const { spans, movements } of derived.values()) {
    for (const { fromAt } of spans) months.add(monthOf(fromAt, timeZone));
    hasMovements ||= movements.length > 0;
  }
  for (const at of hours) {
    // A zone may begin its months within an hour of UTC: both ends of the hour count.
    months.add(monthOf(at, timeZone)).add(monthOf(at + 3_599_999, timeZone));
  }
  await markStale(tx, months);
  if (hours.length > 0 || hasMovements) await markRevenue(tx);
}

export function monthOf(at: Instant, timeZone: string): Day {
  return `${localDayOf(at, timeZone).slice(0, 7)}-01`;
}
