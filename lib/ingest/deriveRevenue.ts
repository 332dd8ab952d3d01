import { type AccountRevenue, accountRevenue } from '#lib/bowtie/accountRevenue.ts';
import { type ArrCells, addToCells } from '#lib/bowtie/arrCells.ts';
import { addArrCells } from '#lib/store/arrCells.ts';
import { contractAccountsAfter } from '#lib/store/contractFacts.ts';
import { hasRevenue } from '#lib/store/hasRevenue.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { loopContracts } from '#lib/store/loopContracts.ts';
import { findOrgById, type Org } from '#lib/store/orgs.ts';
import { clearRevenue, insertRevenue, replaceRevenue } from '#lib/store/replaceRevenue.ts';
import { storedRevenue } from '#lib/store/storedRevenue.ts';

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
  const cells: ArrCells = new Map();
  for (let at = 0; org !== null && at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    for (const old of await storedRevenue(tx, batch)) addToCells(cells, old, -1);
    const derived = await revenueOf(tx, org, batch);
    await replaceRevenue(tx, batch, derived);
    for (const one of derived) addToCells(cells, one, 1);
  }
  await addArrCells(tx, cells);
}

/** The same for every account with a contract, in one transaction. */
export async function deriveAllRevenue(tx: Tx): Promise<void> {
  const org = await findOrgById(tx.client, tx.orgId);
  await clearRevenue(tx);
  const cells: ArrCells = new Map();
  let after: string | undefined = '';
  while (org !== null && after !== undefined) {
    const ids: string[] = await contractAccountsAfter(tx, after, BATCH);
    const derived = ids.length > 0 ? await revenueOf(tx, org, ids) : [];
    await insertRevenue(tx, derived);
    for (const one of derived) addToCells(cells, one, 1);
    after = ids.at(-1);
  }
  await addArrCells(tx, cells);
}

async function revenueOf(tx: Tx, org: Org, ids: readonly string[]): Promise<AccountRevenue[]> {
  const contracts = await loopContracts(tx, org, ids);
  const byAccount = Map.groupBy(contracts, (one) => one.accountId);
  return [...byAccount.values()].flatMap((own) => accountRevenue(own) ?? []);
}
