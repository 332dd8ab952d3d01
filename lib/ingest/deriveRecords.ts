import { deriveRecord } from '#lib/bowtie/deriveRecord.ts';
import type { DerivedRecord, StageEvent } from '#lib/bowtie/records.ts';
import { accountWinners } from '#lib/store/accountWinners.ts';
import {
  type Before,
  type ChangeMode,
  rowsBefore,
  storeDerived,
} from '#lib/store/derived/storeDerived.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { findOrgById, type Org } from '#lib/store/orgs.ts';
import { hasRemap } from '#lib/store/stageRemap.ts';
import { winningEvents } from '#lib/store/winningEvents.ts';
import { deriveContext } from './deriveContext.ts';
import { ahead } from './run/ahead.ts';

/** Records at once: of few the next are asked for while these are reckoned. */
const BATCH = { changes: 500, months: 2000 } as const;

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
  for await (const { batch, derived, before } of ahead(derivedBatches(tx, org, ids, mode))) {
    await storeDerived(tx, org, batch, derived, before);
  }
}

type Batch = { batch: string[]; derived: Map<string, DerivedRecord>; before: Before };

/** Of one batch the database answers while another is reckoned: they share no record. */
async function* derivedBatches(
  tx: Tx,
  org: Org,
  ids: readonly string[],
  mode: ChangeMode,
): AsyncGenerator<Batch> {
  const contextWith = await deriveContext(tx, org);
  const remapped = await hasRemap(tx);
  const size = BATCH[mode];
  for (let at = 0; at < ids.length; at += size) {
    const batch = ids.slice(at, at + size);
    const events = await winningEvents(tx, batch, remapped);
    const context = contextWith(await accountWinners(tx, accountsOf(events)));
    const derived = new Map<string, DerivedRecord>();
    for (const [id, own] of events) derived.set(id, deriveRecord(own, context));
    yield { batch, derived, before: await rowsBefore(tx, org, batch, derived, mode) };
  }
}

function accountsOf(events: ReadonlyMap<string, StageEvent[]>): string[] {
  const ids = new Set<string>();
  for (const own of events.values()) {
    for (const event of own) if (event.accountId !== null) ids.add(event.accountId);
  }
  return [...ids];
}
