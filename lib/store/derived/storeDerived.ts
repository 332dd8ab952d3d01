import type { DerivedRecord } from '#lib/bowtie/records.ts';
import { keepChanges } from '../cells/keepChanges.ts';
import { markMonths } from '../cells/markMonths.ts';
import type { Tx } from '../inOrg.ts';
import type { Org } from '../orgs.ts';
import { type KeptRows, keptRows } from './keptRows.ts';
import { insertDerived, replaceDerived } from './replaceDerived.ts';
import { rowChanges } from './rowChanges.ts';

/** `changes`: what differs is kept beside the cells; `months`: entries answer until a fold. */
export type ChangeMode = 'changes' | 'months';

type Settings = Pick<Org, 'timeZone' | 'stages'>;
export type Before = { mode: ChangeMode; rows: KeptRows | null };

/**
 * The derived rows of these records before they are replaced, if there may be any. With `months`
 * these are marked.
 */
export async function rowsBefore(
  tx: Tx,
  org: Settings,
  recordIds: readonly string[],
  derived: ReadonlyMap<string, DerivedRecord>,
  mode: ChangeMode,
): Promise<Before> {
  const isNew = mode === 'months' && !(await markMonths(tx, org, recordIds, derived));
  return { mode, rows: isNew ? null : await keptRows(tx, recordIds) };
}

/** Makes the derived rows of these records what was derived, and keeps cells true. */
export async function storeDerived(
  tx: Tx,
  org: Settings,
  recordIds: readonly string[],
  derived: ReadonlyMap<string, DerivedRecord>,
  { mode, rows }: Before,
): Promise<void> {
  if (rows === null) {
    await insertDerived(tx, derived);
    return;
  }
  const changes = rowChanges(recordIds, rows, derived);
  if (mode === 'changes') await keepChanges(tx, org, changes.records);
  await replaceDerived(tx, changes);
}
