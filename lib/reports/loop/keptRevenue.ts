import type { Instant } from '#lib/bowtie/records.ts';
import { cellState } from '#lib/store/cells/cellState.ts';
import { revenueVersion } from '#lib/store/cells/revenueMarks.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { EventRevenue } from './eventRevenue.ts';

type Kept = { version: string; revenue: EventRevenue };

/** So many spans of all organizations stay in memory, those asked for last. */
const MOST_SPANS = 600_000;
const kept = new Map<string, Kept>();

/**
 * What the events of an organization tell of its revenue. It is the same for every moment at or
 * after the last event, and stays in memory until an event changes.
 */
export async function keptRevenue(
  tx: Tx,
  org: Pick<Org, 'id' | 'timeZone'>,
  asOf: Instant,
  derive: () => Promise<EventRevenue>,
): Promise<EventRevenue> {
  const state = await cellState(tx);
  if (state === null || asOf < state.last) return derive();
  const version = `${org.timeZone} ${await revenueVersion(tx)}`;
  const known = kept.get(org.id);
  kept.delete(org.id);
  const revenue = known?.version === version ? known.revenue : await derive();
  kept.set(org.id, { version, revenue });
  forgetOldest();
  return revenue;
}

function forgetOldest(): void {
  let spans = 0;
  for (const { revenue } of kept.values()) spans += revenue.spans.length;
  for (const [id, { revenue }] of kept) {
    if (spans <= MOST_SPANS) return;
    kept.delete(id);
    spans -= revenue.spans.length;
  }
}
