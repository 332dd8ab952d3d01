import { localDayOf } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { hasRevenue } from '#lib/store/hasRevenue.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { readLoop } from './readLoop.ts';
import type { Revenue } from './revenue.ts';
import { revenueOfFacts } from './revenueOfFacts.ts';
import { revenueOfSteps } from './revenueOfSteps.ts';
import { stepScope } from './stepScope.ts';

type Asked = Pick<BowtieQuery, 'by' | 'where'>;

/**
 * The one seam: derived steps where they answer the question exactly, else the contracts (or the
 * events) themselves. Both give the same answers.
 */
export async function openRevenue(tx: Tx, org: Org, asOf: Instant, asked: Asked): Promise<Revenue> {
  const scope = stepScope(org, asked);
  if (scope !== null && (await hasRevenue(tx))) {
    return revenueOfSteps(tx, scope, localDayOf(asOf, org.timeZone));
  }
  return revenueOfFacts(await readLoop(tx, org, asOf), asked);
}
