import type { DerivedRecord, Instant } from '#lib/bowtie/records.ts';
import type { Changes } from '../cells/Changes.ts';
import { hoursBefore, markMonths } from '../cells/markMonths.ts';
import type { Tx } from '../inOrg.ts';
import { type KeptRows, keptRows } from './keptRows.ts';
import { insertDerived, replaceDerived } from './replaceDerived.ts';
import { rowChanges } from './rowChanges.ts';

/** `changes`: what differs is kept beside the cells; `months`: entries answer until a fold. */
export type ChangeMode = 'changes' | 'months';

/** The derived rows of records before they are replaced, if there may be any; and since when. */
export type Before = { mode: ChangeMode; hours: Instant[]; rows: KeptRows | null };

export async function rowsBefore(
  tx: Tx,
  recordIds: readonly string[],
  mode: ChangeMode,
): Promise<Before> {
  const hours = mode === 'months' ? await hoursBefore(tx, recordIds) : [];
  const isNew = mode === 'months' && hours.length === 0;
  return { mode, hours, rows: isNew ? null : await keptRows(tx, recordIds) };
}

/**
 * Makes the derived rows of these records what was derived, and adds what differs to `changes`, or
 * with `months` marks these. All statements are on their way when it returns.
 */
export async function storeDerived(
  tx: Tx,
  recordIds: readonly string[],
  derived: ReadonlyMap<string, DerivedRecord>,
  { mode, hours, rows }: Before,
  changes: Changes,
): Promise<void> {
  const marked = mode === 'months' ? markMonths(tx, changes.org, hours, derived) : undefined;
  if (rows === null) {
    await Promise.all([marked, insertDerived(tx, derived)]);
    return;
  }
  const differing = rowChanges(recordIds, rows, derived);
  const replaced = replaceDerived(tx, differing);
  if (mode === 'changes') changes.add(differing.records);
  await Promise.all([marked, replaced]);
}
