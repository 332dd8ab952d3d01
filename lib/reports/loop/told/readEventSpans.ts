import { localDayOf } from '#lib/bowtie/localDay.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { revenueEvents } from '#lib/store/revenueEvents.ts';
import { EventSpans } from './EventSpans.ts';

const cents = (amount: string | null) => (amount === null ? null : parseCents(amount));

/** What the events of an organization without contracts tell of its revenue. */
export async function readEventSpans(
  tx: Tx,
  { timeZone }: Pick<Org, 'timeZone'>,
  asOf: Instant,
): Promise<EventSpans> {
  const dayOf = (instant: Instant) => localDayOf(instant, timeZone);
  const told = new EventSpans({ dayOf, asOfDay: dayOf(asOf) });
  for await (const event of revenueEvents(tx, asOf)) {
    told.take({ ...event, amount: cents(event.amount), ownAmount: cents(event.ownAmount) });
  }
  return told.finish();
}
