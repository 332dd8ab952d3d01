import { accountRevenue } from '#lib/bowtie/accountRevenue.ts';
import { contractAccountsAfter } from '#lib/store/contractFacts.ts';
import { hasRevenue } from '#lib/store/hasRevenue.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { loopContracts } from '#lib/store/loopContracts.ts';
import { findOrgById, type Org } from '#lib/store/orgs.ts';
import { type AccountRevenue, replaceRevenue } from '#lib/store/replaceRevenue.ts';

const BATCH = 2000;

/**
 * Makes the revenue of these accounts true again; where nothing is derived yet, that of all: a part
 * would be read as the whole. The caller holds the organization's lock.
 */
export async function deriveRevenue(tx: Tx, accountIds: Iterable<string>): Promise<void> {
  const ids = [...new Set(accountIds)];
  if (ids.length === 0) return;
  if (!(await hasRevenue(tx))) return deriveAllRevenue(tx);
  const org = await findOrgById(tx.client, tx.orgId);
  for (let at = 0; org !== null && at < ids.length; at += BATCH) {
    await deriveBatch(tx, org, ids.slice(at, at + BATCH));
  }
}

/** The same for every account with a contract, in one transaction. */
export async function deriveAllRevenue(tx: Tx): Promise<void> {
  const org = await findOrgById(tx.client, tx.orgId);
  let after: string | undefined = '';
  while (org !== null && after !== undefined) {
    const ids: string[] = await contractAccountsAfter(tx, after, BATCH);
    if (ids.length > 0) await deriveBatch(tx, org, ids);
    after = ids.at(-1);
  }
}

async function deriveBatch(tx: Tx, org: Org, ids: readonly string[]): Promise<void> {
  const contracts = await loopContracts(tx, org, ids);
  const derived: AccountRevenue[] = [];
  for (const [accountId, own] of Map.groupBy(contracts, (one) => one.accountId)) {
    const [first] = own;
    if (first === undefined) continue;
    derived.push({ accountId, dimensions: first.dimensions, ...accountRevenue(own) });
  }
  await replaceRevenue(tx, ids, derived);
}
