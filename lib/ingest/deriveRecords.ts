import { deriveRecord } from '#lib/bowtie/deriveRecord.ts';
import type { DerivedRecord, StageEvent } from '#lib/bowtie/records.ts';
import { accountWinners } from '#lib/store/accountWinners.ts';
import { type ChangeMode, recordChange } from '#lib/store/cells/recordChange.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { findOrgById } from '#lib/store/orgs.ts';
import { replaceDerived } from '#lib/store/replaceDerived.ts';
import { hasRemap } from '#lib/store/stageRemap.ts';
import { winningEvents } from '#lib/store/winningEvents.ts';
import { deriveContext } from './deriveContext.ts';

const BATCH = 2000;

/**
 * Makes the derived rows of these records true again, from the facts and the settings as this
 * transaction sees them; the caller holds the organization's lock. Cells follow by what changed, or
 * of many records by the months that did.
 */
export async function deriveRecords(
  tx: Tx,
  recordIds: Iterable<string>,
  mode: ChangeMode = 'changes',
): Promise<void> {
  const ids = [...new Set(recordIds)];
  const org = ids.length === 0 ? null : await findOrgById(tx.client, tx.orgId);
  if (org === null) return;
  const contextWith = await deriveContext(tx, org);
  const remapped = await hasRemap(tx);
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = ids.slice(at, at + BATCH);
    const events = await winningEvents(tx, batch, remapped);
    const context = contextWith(await accountWinners(tx, accountsOf(events)));
    const derived = new Map<string, DerivedRecord>();
    for (const [id, own] of events) derived.set(id, deriveRecord(own, context));
    const remain = await recordChange(tx, org, batch, derived, mode);
    await replaceDerived(tx, batch, derived, remain);
  }
}

function accountsOf(events: ReadonlyMap<string, StageEvent[]>): string[] {
  const ids = new Set<string>();
  for (const own of events.values()) {
    for (const event of own) if (event.accountId !== null) ids.add(event.accountId);
  }
  return [...ids];
}
