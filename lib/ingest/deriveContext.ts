import type { Dimension } from '#lib/bowtie/dimensions.ts';
import { podMembership } from '#lib/bowtie/podMembership.ts';
import { converter, rateTable } from '#lib/bowtie/rateTable.ts';
import type { DeriveContext } from '#lib/bowtie/records.ts';
import { segmentByRule } from '#lib/bowtie/segmentByRule.ts';
import { fxRates } from '#lib/store/fxRates.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { podMembers } from '#lib/store/podMembers.ts';

type Accounts = ReadonlyMap<string, Partial<Record<Dimension, string>>>;

/** Rates, memberships and the rule of segments, read once for as many records as follow. */
export async function deriveContext(
  tx: Tx,
  org: Org,
): Promise<(accounts: Accounts) => DeriveContext> {
  const [members, rates] = await Promise.all([podMembers(tx), fxRates(tx)]);
  const podOf = podMembership(members, org.timeZone);
  const segments = segmentByRule(org.segmentRule);
  const convert = converter(org, rateTable(rates));
  return (accounts) => ({
    stagesOn: org.stages,
    accountDimensions: (accountId) => accounts.get(accountId),
    segments,
    podOf,
    convert,
  });
}
