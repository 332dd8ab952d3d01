import { deriveRecord } from '#lib/bowtie/deriveRecord.ts';
import type { DerivedRecord, StageEvent } from '#lib/bowtie/records.ts';
import { accountWinners } from '#lib/store/accountWinners.ts';
import { Changes } from '#lib/store/cells/Changes.ts';
import {
  type Before,
  type ChangeMode,
  rowsBefore,
  storeDerived,
} from '#lib/store/derived/storeDerived.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { findOrgById, type Org } from '#lib/store/orgs.ts';
import { sending } from '#lib/store/sending.ts';
import { hasRemap } from '#lib/store/stageRemap.ts';
import { winningEvents } from '#lib/store/winningEvents.ts';
import { deriveContext } from './deriveContext.ts';
import { ahead } from './run/ahead.ts';

/** Records at once: the next are read and the last written while these are reckoned. */
const BATCH = { changes: 250, months: 2000 } as const;

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
  const changes = new Changes(org);
  await sending(async (send) => {
    // Two ahead: between what is read of a batch lies a second question.
    const batches = ahead(ahead(derivedBatches(tx, org, ids, mode)));
    for await (const { batch, derived, before } of batches) {
      send(storeDerived(tx, batch, derived, before, changes));
      if (changes.size > MOST_CHANGES) send(changes.keep(tx));
    }
    await changes.keep(tx);
  });
}

/** So many facts that came or went are in memory before they are written. */
const MOST_CHANGES = 50_000;

type Batch = { batch: string[]; derived: Map<string, DerivedRecord>; before: Before };

/** Of one batch the database answers while another is reckoned: they share no record. */
async function* derivedBatches(
  tx: Tx,
  org: Org,
  ids: readonly string[],
  mode: ChangeMode,
): AsyncGenerator<Batch> {
  const [contextWith, remapped] = await Promise.all([deriveContext(tx, org), hasRemap(tx)]);
  const size = BATCH[mode];
  for (let at = 0; at < ids.length; at += size) {
    const batch = ids.slice(at, at + size);
    const [events, before] = await Promise.all([
      winningEvents(tx, batch, remapped),
      rowsBefore(tx, batch, mode),
    ]);
    const context = contextWith(await accountWinners(tx, accountsOf(events)));
    const derived = new Map<string, DerivedRecord>();
    for (const [id, own] of events) derived.set(id, deriveRecord(own, context));
    yield { batch, derived, before };
  }
}

function accountsOf(events: ReadonlyMap<string, StageEvent[]>): string[] {
  const ids = new Set<string>();
  for (const own of events.values()) {
    for (const event of own) if (event.accountId !== null) ids.add(event.accountId);
  }
  return [...ids];
}
