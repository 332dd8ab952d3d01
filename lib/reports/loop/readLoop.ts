import { arrFromEvents } from '#lib/bowtie/arrFromEvents.ts';
import { type ArrSpan, arrSpans } from '#lib/bowtie/arrSpans.ts';
import { addDays, type Day, localDayOf } from '#lib/bowtie/localDay.ts';
import { coveredUntil, coversAny, type LoopContract } from '#lib/bowtie/loopContracts.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { type Succession, successions } from '#lib/bowtie/renewals.ts';
import { hasRevenue } from '#lib/store/hasRevenue.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { loopContracts } from '#lib/store/loopContracts.ts';
import type { Org } from '#lib/store/orgs.ts';
import { revenueEvents } from '#lib/store/revenueEvents.ts';
import type { EventRevenue, Unconverted } from './eventRevenue.ts';
import { keptRevenue } from './keptRevenue.ts';

/** All that the loop of an organization is made of, as known at `as_of`. */
export type LoopFacts = {
  asOfDay: Day;
  spans: readonly ArrSpan[];
  /** Empty where the organization has none: then spans are told by events, none of them due. */
  contracts: readonly LoopContract[];
  successions: readonly Succession[];
  unconverted: readonly Unconverted[];
};

/** Of the whole organization, or as far as it is about one account. */
export async function readLoop(
  tx: Tx,
  org: Org,
  asOf: Instant,
  accountId?: string,
): Promise<LoopFacts> {
  const asOfDay = localDayOf(asOf, org.timeZone);
  const known = accountId !== undefined && (await hasRevenue(tx));
  const contracts = await loopContracts(tx, org, known ? [accountId] : undefined);
  if (contracts.length === 0 && !known) return fromEvents(tx, org, asOf, asOfDay);
  return {
    asOfDay,
    spans: arrSpans(contracts, { asOfDay, graceDays: org.renewalGraceDays }),
    contracts,
    successions: successions(contracts),
    unconverted: contracts
      .filter((one) => one.arr === null && coversAny(one) && one.startsOn <= asOfDay)
      .map((one) => ({
        dimensions: one.dimensions,
        from: one.startsOn,
        to: coveredUntil(one),
      })),
  };
}

async function fromEvents(tx: Tx, org: Org, asOf: Instant, asOfDay: Day): Promise<LoopFacts> {
  const revenue = await keptRevenue(tx, org, asOf, () => deriveRevenue(tx, org, asOf, asOfDay));
  return { asOfDay, ...revenue, contracts: [], successions: [] };
}

async function deriveRevenue(tx: Tx, org: Org, asOf: Instant, asOfDay: Day): Promise<EventRevenue> {
  const dayOf = (instant: Instant) => localDayOf(instant, org.timeZone);
  const stored = await revenueEvents(tx, asOf);
  const cents = (amount: string | null) => (amount === null ? null : parseCents(amount));
  const events = stored.map((event) => ({
    ...event,
    amount: cents(event.amount),
    ownAmount: cents(event.ownAmount),
  }));
  const unconverted = events
    .filter((event) => event.unconverted)
    .map(({ dimensions, occurredAt }) => {
      const from = dayOf(occurredAt);
      return { dimensions, from, to: addDays(from, 1) };
    });
  return { spans: arrFromEvents(events, { dayOf, asOfDay }), unconverted };
}
