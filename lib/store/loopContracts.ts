import { contractDimensions, type LoopContract } from '#lib/bowtie/loopContracts.ts';
import { convertAmount, parseCents } from '#lib/bowtie/money.ts';
import { latestRate, type RateTable, rateTable } from '#lib/bowtie/rateTable.ts';
import { type SegmentReader, segmentByRule } from '#lib/bowtie/segmentByRule.ts';
import { segmentsOfContracts } from '#lib/bowtie/segmentsOfContracts.ts';
import { type CurrentContract, currentContracts } from './currentContracts.ts';
import { fxRates } from './fxRates.ts';
import type { Tx } from './inOrg.ts';
import { orgState } from './orgState.ts';
import type { Org } from './orgs.ts';

/** The contracts of the organization, or of these accounts, in its currency and groups. */
export async function loopContracts(
  tx: Tx,
  org: Org,
  accountIds?: readonly string[],
): Promise<LoopContract[]> {
  if (tx.readOnly && !(await orgState(tx)).hasContracts) return [];
  const stored = await currentContracts(tx, accountIds);
  if (stored.length === 0) return [];
  const rates = rateTable(await fxRates(tx));
  const { named, banded } = segmentByRule(org.segmentRule);
  const contracts = stored.map((one) => toContract(one, org, rates, named));
  return org.segmentRule.bands.length === 0 ? contracts : segmentsOfContracts(contracts, banded);
}

function toContract(
  stored: CurrentContract,
  org: Org,
  rates: RateTable,
  named: SegmentReader['named'],
): LoopContract {
  const { own, account, arr: _, currency: __, ...contract } = stored;
  const said = Object.entries(account).filter(([, value]) => value !== null);
  return {
    ...contract,
    product: own.product,
    arr: centsOf(stored, org, rates),
    dimensions: contractDimensions(own, Object.fromEntries(said), named),
  };
}

/** Converted once, at the rate of its start; null without one. It is kept in whole cents. */
function centsOf({ arr, currency, startsOn }: CurrentContract, org: Org, rates: RateTable) {
  if (currency === org.currency) return parseCents(arr);
  const rate = latestRate(rates, currency, startsOn);
  return rate === null ? null : parseCents(convertAmount(arr, rate));
}
