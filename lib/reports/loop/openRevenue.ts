import { localDayOf } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { hasRevenue } from '#lib/store/hasRevenue.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { factsOfEvents, readContracts } from './readLoop.ts';
import type { Revenue } from './revenue.ts';
import { revenueOfFacts } from './revenueOfFacts.ts';
import { revenueOfSteps } from './revenueOfSteps.ts';
import { stepScope } from './stepScope.ts';
import { keptSpans } from './told/keptSpans.ts';
import { revenueOfEvents } from './told/revenueOfEvents.ts';

type Asked = Pick<BowtieQuery, 'by' | 'where'>;

/**
 * The one seam: derived steps where they answer the question exactly, else the contracts
 * themselves, or what events tell where there are none. All give the same answers.
 */
export async function openRevenue(tx: Tx, org: Org, asOf: Instant, asked: Asked): Promise<Revenue> {
  const asOfDay = localDayOf(asOf, org.timeZone);
  const scope = stepScope(org, asked);
  if (scope !== null && (await hasRevenue(tx))) {
    return revenueOfSteps(tx, scope, asOfDay);
  }
  const contracts = await readContracts(tx, org, asOf);
  if (contracts !== null) return revenueOfFacts(contracts, asked);
  const told = await keptSpans(tx, org, asOf);
  if (told.isExact) return revenueOfEvents(told, asOfDay, asked);
  return revenueOfFacts(factsOfEvents(told, asOfDay), asked);
}
