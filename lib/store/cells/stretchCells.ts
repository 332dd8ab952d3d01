import sql from 'sql-template-tag';
import type { Day } from '#lib/bowtie/localDay.ts';
import type { Tx } from '../inOrg.ts';
import { LONG_RUN } from './daysRun.ts';
import { MergedRun } from './MergedRun.ts';
import { readInParts } from './readInParts.ts';
import { BELOW_STRETCHES, monthsOf, OWNERS_BY, type Stretch } from './stretches.ts';

export const CELL_KEY = ['pair', 'counted', 'motion', 'rule', 'a', 'b'] as const;
type Sums = [entries: number, implied: number, unconverted: number, amount: string];
type Key = [pair: number, ...rest: string[]];

/** A cell of a stretch, with its durations as one histogram, or the run to be told by day. */
export type KeptCell = { key: Key; sums: Sums; run: MergedRun | Uint8Array | null };

/** Histograms are thousands of bytes. */
const PART = 500;
const NO_SUMS: Sums = [0, 0, 0, '0'];

/** The cells of all months, those of one key behind each other and put together. */
export async function* mergedCells(tx: Tx, stretch: Stretch): AsyncGenerator<KeptCell> {
  const question = sql`
    select pair, counted, motion, rule, a, b, coalesce(coarse, run),
      sum(entries) over same, sum(implied) over same, sum(unconverted) over same,
      (sum(amount) over same)::text
    from count_cell
    where org_id = ${tx.orgId}::uuid and month = any(${monthsOf(stretch)}::date[])
      and pair < ${BELOW_STRETCHES} and pair not between ${OWNERS_BY.from} and ${OWNERS_BY.to}
    window same as (partition by pair, counted, motion, rule, a, b)
    order by pair, counted, motion, rule, a, b, month`;
  const run = new MergedRun();
  let last: KeptCell | null = null;
  for await (const part of readInParts(tx, question, PART)) {
    for (const row of part) {
      const key = row.slice(0, CELL_KEY.length);
      if (last === null || key.some((value, i) => value !== last?.key[i])) {
        if (last !== null) yield last;
        last = { key: key as Key, sums: sumsOf(row.slice(CELL_KEY.length + 1)), run: null };
      }
      const bytes = row[CELL_KEY.length];
      if (!(bytes instanceof Uint8Array)) continue;
      run.add(bytes);
      last.run = run;
    }
  }
  if (last !== null) yield last;
}

function sumsOf([entries, implied, unconverted, amount]: unknown[]): Sums {
  return [Number(entries), Number(implied), Number(unconverted), String(amount)];
}

/** Those runs of a month that are long; of the undivided cells all, to know that it was done. */
export async function* longRuns(tx: Tx, month: Day): AsyncGenerator<KeptCell> {
  const question = sql`
    select pair, counted, motion, rule, a, b, case when length(run) > ${LONG_RUN} then run end
    from count_cell
    where org_id = ${tx.orgId}::uuid and month = ${month}::date
      and pair < ${BELOW_STRETCHES} and pair not between ${OWNERS_BY.from} and ${OWNERS_BY.to}
      and (pair = 0 or length(run) > ${LONG_RUN})
    order by pair, counted, motion, rule, a, b`;
  for await (const part of readInParts(tx, question, PART / 10)) {
    for (const row of part) {
      const bytes = row[CELL_KEY.length];
      const run = bytes instanceof Uint8Array ? bytes : null;
      yield { key: row.slice(0, CELL_KEY.length) as Key, sums: NO_SUMS, run };
    }
  }
}
