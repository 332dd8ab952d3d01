import type { OrgChanges } from '#lib/contract/orgInput.ts';
import type { ChangeRow } from '#lib/store/changes.ts';
import { putFxRates } from '#lib/store/fxRates.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { findOrgById, updateOrg } from '#lib/store/orgs.ts';
import { extendStageMap, type StageMap } from '#lib/store/stageMaps.ts';
import { putRemap } from '#lib/store/stageRemap.ts';

/** Rates and meanings of stage names: seen by this transaction alone until it ends. */
export async function applyFacts(
  tx: Tx,
  changes: readonly ChangeRow[],
  now: Date,
  time: 'first' | 'last' = 'first',
): Promise<void> {
  for (const { change } of changes) {
    if (change.kind === 'rates' && time === 'first') await putFxRates(tx, change.rates);
    if (change.kind !== 'stages') continue;
    // Once more at the end: what arrived meanwhile was read by the old map.
    await putRemap(tx, change.stages as StageMap, now);
    // Imports add versions of the map too and would wait for this transaction.
    if (time === 'last') await extendStageMap(tx, change.stages as StageMap, now);
  }
}

/** Settings of the organization, the later change over the earlier one. */
export async function applySettings(tx: Tx, changes: readonly ChangeRow[]): Promise<void> {
  const org = await findOrgById(tx.client, tx.orgId);
  for (const { change } of changes) {
    if (change.kind !== 'org' || org === null) continue;
    await updateOrg(tx.client, org.slug, change.settings as OrgChanges);
  }
}
