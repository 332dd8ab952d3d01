import sql, { type Sql } from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { Tx } from '../inOrg.ts';
import { rows } from '../rows.ts';
import { BELOW_STRETCHES, type Stretch, stretchPair } from './stretches.ts';

/** Every month with cells or with changes beside them. */
export async function foldedMonths(tx: Tx): Promise<Day[]> {
  const found = await rows(
    tx,
    z.strictObject({ month: z.string() }),
    sql`select distinct month::text from (
        select month from count_cell where org_id = ${tx.orgId}::uuid and pair = 0
        union all select month from count_delta where org_id = ${tx.orgId}::uuid) told`,
  );
  return found.map(({ month }) => month);
}

/** Whether anything waits to be folded into the cells of a month. */
export async function cellsOf(tx: Tx, month: Day): Promise<{ changes: boolean; stale: boolean }> {
  const [found] = await rows(
    tx,
    z.strictObject({ changes: z.boolean(), stale: z.boolean() }),
    sql`select exists (select from count_delta
          where org_id = ${tx.orgId}::uuid and month = ${month}::date) as changes,
        exists (select from count_stale
          where org_id = ${tx.orgId}::uuid and month = ${month}::date) as stale`,
  );
  return found ?? { changes: false, stale: false };
}

/** The same for all cells of a stretch. */
export async function digestStretch(tx: Tx, { size, first }: Stretch): Promise<string> {
  const least = stretchPair({ size }, 0);
  return digest(
    tx,
    sql`select md5(c::text) as line from count_cell c
      where c.org_id = ${tx.orgId}::uuid and c.month = ${first}::date
        and c.pair >= ${least}::int and c.pair < ${least + BELOW_STRETCHES}::int`,
  );
}

/** One value for all cells of a month: equal cells, equal values. */
export async function digestCells(tx: Tx, month: Day): Promise<string> {
  return digest(
    tx,
    sql`select md5(c::text) as line from count_cell c
      where c.org_id = ${tx.orgId}::uuid and c.month = ${month}::date
        and c.pair < ${BELOW_STRETCHES}::int`,
  );
}

async function digest(tx: Tx, lines: Sql): Promise<string> {
  const [found] = await rows(
    tx,
    z.strictObject({ digest: z.string() }),
    sql`select coalesce(md5(string_agg(line, chr(10) order by line)), '') as digest
      from (${lines}) lines`,
  );
  return found?.digest ?? '';
}
