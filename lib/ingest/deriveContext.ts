import { Decimal } from 'decimal.js';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { DeriveContext, Instant } from '#lib/bowtie/records.ts';
import { type FxRate, fxRates } from '#lib/store/fxRates.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { type PodMember, podMembers } from '#lib/store/podMembers.ts';
import { type ZoneClock, zoneClock } from './zoneClock.ts';

// A 30-digit amount times a 30-digit rate keeps every digit until the one rounding.
const Exact = Decimal.clone({ precision: 100 });

type Accounts = ReadonlyMap<string, Partial<Record<Dimension, string>>>;

/** Rates and memberships of the organization, read once for as many records as follow. */
export async function deriveContext(
  tx: Tx,
  org: Org,
): Promise<(accounts: Accounts) => DeriveContext> {
  const clock = zoneClock(org.timeZone);
  const podOf = podFinder(await podMembers(tx), clock);
  const convert = converter(org.currency, await fxRates(tx), clock);
  return (accounts) => ({
    stagesOn: org.stages,
    accountDimensions: (accountId) => accounts.get(accountId),
    podOf,
    convert,
  });
}

/** Of several memberships at a time the latest begun counts, then the first pod by code point. */
function podFinder(members: PodMember[], clock: ZoneClock): DeriveContext['podOf'] {
  const byOwner = Map.groupBy(members, (member) => member.owner);
  return (owner, at) => {
    const own = byOwner.get(owner);
    if (!own) return null;
    const day = clock.dayOf(at);
    const found = own.find((one) => one.from <= day && (one.to === null || day < one.to));
    return found?.pod ?? null;
  };
}

/** The latest rate at or before the local day; the reporting currency needs none. */
function converter(reporting: string, rates: FxRate[], clock: ZoneClock): DeriveContext['convert'] {
  const byCurrency = Map.groupBy(rates, (rate) => rate.currency);
  return (amount: string, currency: string, at: Instant) => {
    if (currency === reporting) return cents(new Exact(amount));
    const own = byCurrency.get(currency);
    const day = own && clock.dayOf(at);
    const rate = day && own.findLast((one) => one.day <= day);
    return rate ? cents(new Exact(amount).times(rate.rate)) : null;
  };
}

function cents(value: Decimal): string {
  return value.toFixed(2, Decimal.ROUND_HALF_UP);
}
