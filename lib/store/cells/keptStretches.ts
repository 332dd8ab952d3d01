import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Tx } from '../inOrg.ts';
import { rows } from '../rows.ts';
import {
  BELOW_STRETCHES,
  monthsOf,
  SIZES,
  type Stretch,
  stretchName,
  stretchOf,
  stretchPair,
} from './stretches.ts';

/** Of fewer entries months are as short as a stretch would be. */
const LEAST = 50_000;

const stretchRow = z.strictObject({ pair: z.int(), month: z.string() });
const monthRow = z.strictObject({ month: z.string(), entries: z.int().nullable() });

/** The stretches of which there are cells. */
export async function keptStretches(tx: Tx): Promise<Stretch[]> {
  const found = await rows(
    tx,
    stretchRow,
    sql`select distinct pair, month::text from count_cell
      where org_id = ${tx.orgId}::uuid and pair = any(${SIZES.map(splitOf)}::int[])`,
  );
  return found.flatMap(({ pair, month: first }) => {
    const size = SIZES.find((one) => splitOf(one) === pair);
    return size === undefined ? [] : [{ size, first }];
  });
}

const splitOf = (size: Stretch['size']): number => stretchPair({ size }, 0);

/** Those that are not kept, and of which every month has cells, together with enough entries. */
export async function missingStretches(
  tx: Tx,
  stages: readonly LadderStage[],
  least: number = LEAST,
): Promise<Stretch[]> {
  const found = await rows(
    tx,
    monthRow,
    sql`select month::text, (sum(entries) filter (where counted = any(${[...stages]}::text[])))::int
        as entries
      from count_cell where org_id = ${tx.orgId}::uuid and pair = 0 group by month`,
  );
  const entries = new Map(found.map((one) => [one.month, one.entries ?? 0]));
  const kept = new Set((await keptStretches(tx)).map(stretchName));
  const all = SIZES.flatMap((size) => [...entries.keys()].map((month) => stretchOf(month, size)));
  const each = new Map(all.map((stretch) => [stretchName(stretch), stretch]));
  return [...each.values()].filter(
    (stretch) => !kept.has(stretchName(stretch)) && (sumOf(stretch, entries) ?? -1) >= least,
  );
}

/** Null where a month has no cells. */
function sumOf(stretch: Stretch, entries: ReadonlyMap<Day, number>): number | null {
  const own = monthsOf(stretch).map((month) => entries.get(month) ?? null);
  return own.includes(null) ? null : own.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/**
 * TRICKY: who folds one of these months after a snapshot that does not see the stretch yet would
 * leave it behind. What both write, only one of them can.
 */
export async function holdMonths(tx: Tx, stretch: Stretch): Promise<void> {
  await tx.client.query(
    `update count_cell set leaf = leaf
     where org_id = $1::uuid and pair = 0 and month = any($2::date[])`,
    [tx.orgId, monthsOf(stretch)],
  );
}

/** Removes the cells of every stretch that a month is of. */
export async function clearStretches(tx: Tx, month: Day): Promise<void> {
  for (const size of SIZES) await clearStretch(tx, stretchOf(month, size));
}

export async function clearStretch(tx: Tx, { size, first }: Stretch): Promise<void> {
  const least = splitOf(size);
  await tx.client.query(
    `delete from count_cell where org_id = $1::uuid and month = $2::date
       and pair >= $3::int and pair < $4::int`,
    [tx.orgId, first, least, least + BELOW_STRETCHES],
  );
}
