import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { Tx } from '../inOrg.ts';
import { rows } from '../rows.ts';
import { clearStretches } from './keptStretches.ts';
import { markStale } from './markStale.ts';
import { EVERY_MONTH, REVENUE, ROW_COST } from './marks.ts';

const waitingRow = z.strictObject({ month: z.string(), changes: z.int(), stale: z.boolean() });

/** Whether nobody else folds this organization, until the transaction ends. */
export async function lockFold(tx: Tx): Promise<boolean> {
  const found = await tx.client.query<{ locked: boolean }>(
    `select pg_try_advisory_xact_lock(hashtextextended('fold ' || $1, 0)) as locked`,
    [tx.orgId],
  );
  return found.rows[0]?.locked === true;
}

/** The months that wait for a fold, with what it costs to read beside them; the newest first. */
export async function waitingMonths(tx: Tx): Promise<z.infer<typeof waitingRow>[]> {
  return rows(
    tx,
    waitingRow,
    sql`select waiting.month::text, sum(changes)::int as changes, bool_or(stale) as stale from (
        select month, sum(size + ${ROW_COST}::int) as changes, false as stale from count_delta
          where org_id = ${tx.orgId}::uuid group by 1
        union all select distinct month, 0, true from count_stale
          where org_id = ${tx.orgId}::uuid and month < ${REVENUE}::date) waiting
      group by waiting.month order by waiting.month desc`,
  );
}

/** Empties what this transaction sees of a month: its cells and stretches, changes and marks. */
export async function clearMonth(tx: Tx, month: Day): Promise<void> {
  await clearStretches(tx, month);
  for (const table of ['count_cell', 'count_delta', 'count_stale']) {
    await tx.client.query(`delete from ${table} where org_id = $1::uuid and month = $2::date`, [
      tx.orgId,
      month,
    ]);
  }
}

/** In the place of the mark for every month one for each that has cells or events. */
export async function spreadMark(tx: Tx, months: readonly Day[]): Promise<void> {
  await tx.client.query('delete from count_stale where org_id = $1::uuid and month = $2::date', [
    tx.orgId,
    EVERY_MONTH,
  ]);
  for (const table of ['count_cell', 'count_delta']) {
    await tx.client.query(`delete from ${table} where org_id = $1::uuid`, [tx.orgId]);
  }
  await markStale(tx, months);
}

export async function hasStale(tx: Tx): Promise<boolean> {
  const found = await tx.client.query('select from count_stale where org_id = $1::uuid limit 1', [
    tx.orgId,
  ]);
  return found.rows.length > 0;
}
