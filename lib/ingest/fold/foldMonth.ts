import type { Pool } from 'pg';
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  startOfLocalDay,
} from '#lib/bowtie/localDay.ts';
import { buildCells } from '#lib/store/cells/buildCells.ts';
import type { CellFact, Counted } from '#lib/store/cells/cellFact.ts';
import { FactColumns } from '#lib/store/cells/FactColumns.ts';
import { clearMonth, lockFold } from '#lib/store/cells/foldMarks.ts';
import {
  entryFacts,
  movementFacts,
  reachedFacts,
  stockFacts,
} from '#lib/store/cells/monthFacts.ts';
import { dayOf } from '#lib/store/cells/planMonths.ts';
import { writeCells } from '#lib/store/cells/writeCells.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { findOrgById, type Org } from '#lib/store/orgs.ts';

/**
 * Makes the cells of one month from its derived rows, all of one snapshot. Changes and marks that
 * others add meanwhile are not in it and stay, so that each counts exactly once; a fold that is
 * killed has done nothing. False where somebody else folds.
 */
export async function foldMonth(
  pool: Pool,
  orgId: string,
  month: Day,
  leaf?: number,
): Promise<boolean> {
  return inOrg(pool, orgId, 'fold', async (tx) => {
    if (!(await lockFold(tx))) return false;
    const org = await findOrgById(tx.client, orgId);
    if (org === null) return false;
    await clearMonth(tx, month);
    await writeMonth(tx, org, month, leaf);
    return true;
  });
}

/** The cells of a month, which has none; `leaf` is up to how many facts one is not split. */
export async function writeMonth(tx: Tx, org: Org, month: Day, leaf?: number): Promise<void> {
  const from = startOfLocalDay(month, org.timeZone);
  const range = { from, to: startOfLocalDay(addMonths(month, 1), org.timeZone) };
  const starts = dayStarts(month, org.timeZone);
  const fold = async (facts: AsyncIterable<CellFact>) => {
    const columns = await gather(facts);
    for (const [counted, own] of columns) {
      columns.delete(counted);
      await writeCells(tx, month, counted, buildCells(own, daysOf(own, starts), leaf));
    }
  };
  for (const stage of org.stages) await fold(entryFacts(tx, stage, range));
  const [first] = org.stages;
  if (first !== undefined) await fold(reachedFacts(tx, first, range));
  await fold(stockFacts(tx, range));
  await fold(movementFacts(tx, range));
}

async function gather(facts: AsyncIterable<CellFact>): Promise<Map<Counted, FactColumns>> {
  const columns = new Map<Counted, FactColumns>();
  for await (const fact of facts) {
    const known = columns.get(fact.counted) ?? new FactColumns();
    columns.set(fact.counted, known);
    known.add(fact);
  }
  return columns;
}

/** When each local day of a month begins. */
function dayStarts(month: Day, zone: string): Float64Array {
  const size = daysBetween(month, addMonths(month, 1));
  return Float64Array.from({ length: size }, (_, i) => startOfLocalDay(addDays(month, i), zone));
}

/** The day of the month of each fact. */
function daysOf({ at, size }: FactColumns, starts: Float64Array): Uint8Array {
  return Uint8Array.from({ length: size }, (_, row) => dayOf(starts, at[row] ?? 0));
}
