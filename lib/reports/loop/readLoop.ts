import { type ArrSpan, arrSpans } from '#lib/bowtie/arrSpans.ts';
import { type Day, localDayOf } from '#lib/bowtie/localDay.ts';
import { coveredUntil, coversAny, type LoopContract } from '#lib/bowtie/loopContracts.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import { type Succession, successions } from '#lib/bowtie/renewals.ts';
import { hasRevenue } from '#lib/store/hasRevenue.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { loopContracts } from '#lib/store/loopContracts.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { EventSpans } from './told/EventSpans.ts';
import { keptSpans } from './told/keptSpans.ts';
import type { Unconverted } from './unconverted.ts';

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
  const found = await readContracts(tx, org, asOf, accountId);
  if (found !== null) return found;
  const told = await keptSpans(tx, org, asOf);
  return factsOfEvents(told, localDayOf(asOf, org.timeZone), accountId);
}

/** Null where there are none: then events tell the revenue. */
export async function readContracts(
  tx: Tx,
  org: Org,
  asOf: Instant,
  accountId?: string,
): Promise<LoopFacts | null> {
  const asOfDay = localDayOf(asOf, org.timeZone);
  const known = accountId !== undefined && (await hasRevenue(tx));
  const contracts = await loopContracts(tx, org, known ? [accountId] : undefined);
  if (contracts.length === 0 && !known) return null;
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

/** The same from what events tell; of one account where it is about one. */
export function factsOfEvents(told: EventSpans, asOfDay: Day, accountId?: string): LoopFacts {
  const names = accountId === undefined ? [] : [`account:${accountId}`, `record:${accountId}`];
  return {
    asOfDay,
    spans: accountId === undefined ? told.spans : told.spansOf(names),
    contracts: [],
    successions: [],
    unconverted: told.unconvertedDays,
  };
}
