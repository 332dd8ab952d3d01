import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Tx } from '../inOrg.ts';
import { prepared } from '../prepared.ts';
import type { QuestionScope } from '../questionScope.ts';
import type { Counted } from './cellFact.ts';
import { LONG_RUN } from './daysRun.ts';
import { endedOf } from './endedUpTo.ts';
import { CELL_DIMENSIONS, pairOf, ranksOf } from './pairs.ts';
import type { Picked, SlotMonth, SlotStretch } from './pickStretches.ts';
import { BELOW_STRETCHES, SIZES, type Stretch, stretchPair } from './stretches.ts';

const bytes = z.instanceof(Buffer).nullable();
const cellRow = z.strictObject({
  counted: z.string().transform((text) => text as Counted),
  slot: z.int(),
  one: z.string(),
  two: z.string(),
  split: z.boolean(),
  entries: z.int(),
  implied: z.int(),
  unconverted: z.int(),
  cents: z.string().transform(parseCents),
  days: bytes,
  run: bytes,
});

/**
 * Cells of one group and slot put together. `split`: each is a run and its leaf, of which only some
 * facts are asked for; else `days` has the sums of each day and `run` the durations.
 */
export type FoundCells = z.infer<typeof cellRow>;

export type CellQuestion = {
  scope: Pick<QuestionScope, 'rule' | 'by' | 'and' | 'where'>;
  counted: readonly Counted[];
  /** Those of `counted` whose durations are wanted. */
  timed: readonly Counted[];
  /** Durations are exact up to this base. */
  exactBase: number;
};

/** The cells of these months: whole ones of one bucket share a slot, each other has its own. */
export async function readCells(
  tx: Tx,
  asked: CellQuestion,
  picked: Picked,
): Promise<FoundCells[]> {
  const { scope, exactBase } = asked;
  const [a = null] = ranksOf(dimensionsOf(scope)) ?? [];
  const group = (dimension: Dimension | null): Sql => {
    if (dimension === null) return sql`''`;
    if (dimension === 'motion') return sql`c.motion`;
    const column = CELL_DIMENSIONS[a ?? -1]?.name === dimension ? 'c.a' : 'c.b';
    return sql`case when c.split then '' else ${raw(column)} end`;
  };
  const question = sql`
    with found as materialized (${join(cellsOf(tx, asked, picked), ' union all ')}),
    known as materialized (
      select counted, timed,
        coalesce(sum(entries) filter (where not split and not sharp), 0)
          + coalesce(sum(ended), 0) as base
      from found group by 1, 2)
    select c.counted, c.slot, ${group(scope.by)} as one, ${group(scope.and ?? null)} as two,
      c.split, sum(c.entries)::int as entries, sum(c.implied)::int as implied,
      sum(c.unconverted)::int as unconverted, sum(c.amount)::text as cents,
      string_agg(c.days, ''::bytea) filter (where c.sharp and not c.split) as days,
      string_agg(case
        when c.split then coalesce(c.run, '') || c.columns
        when not c.timed then ''
        when c.told and c.base > ${exactBase} and length(c.run) > ${LONG_RUN} then ''
        when c.sharp or c.base <= ${exactBase} then coalesce(c.run, c.coarse)
        else coalesce(c.coarse, c.run) end, ''::bytea) as run
    from (${counted(tx, asked, picked)}) c
    group by 1, 2, 3, 4, 5`;
  return prepared(tx, cellRow, question);
}

/** Where durations must be exact, the months within a stretch stand in the place of it. */
function counted(tx: Tx, asked: CellQuestion, { stretches, within, byDay }: Picked): Sql {
  const found = sql`select f.*, k.base from found f join known k using (counted, timed)`;
  if (stretches.length + byDay.length === 0) return found;
  const known = sql`${found} where not (f.stretched and f.timed
    and k.base <= ${asked.exactBase})`;
  if (stretches.length === 0) return known;
  const exact = sql`c.counted = any(array(
    select counted from known where timed and base <= ${asked.exactBase}))`;
  const { split } = branches(asked.scope);
  return sql`${known}
    union all
    select m.*, 0 from (${cellsWhere(tx, asked, within, sql`${split} and ${exact}`)}) m`;
}

/** The split that is asked, of months and stretches; and what is too small to be split so far. */
function cellsOf(tx: Tx, asked: CellQuestion, { beside, stretches, within, byDay }: Picked): Sql[] {
  const { split, leaves } = branches(asked.scope);
  const found = leaves.map((leaf) => cellsWhere(tx, asked, [...beside, ...within], leaf));
  if (beside.length > 0 || stretches.length === 0)
    found.push(cellsWhere(tx, asked, beside, split, { told: byDay }));
  for (const size of SIZES) {
    const own = size === 1 ? byDay : stretches.filter(({ stretch }) => stretch.size === size);
    const more = size === 1 ? { ended: endedOf(byDay) } : {};
    const { split: kept } = branches(asked.scope, size);
    if (own.length > 0) found.push(cellsWhere(tx, asked, own, kept, more));
  }
  return found;
}

function cellsWhere(
  tx: Tx,
  { scope, counted, timed }: CellQuestion,
  read: readonly (SlotMonth | SlotStretch)[],
  branch: Sql,
  { told = [], ended = sql`null::int` }: { told?: readonly SlotMonth[]; ended?: Sql } = {},
): Sql {
  const [a, b] = ranksOf(dimensionsOf(scope)) ?? [];
  const dates = read.map((one) => ('stretch' in one ? one.stretch.first : one.plan.month));
  const sharp = read.map((one) => 'plan' in one && one.plan.cut !== null);
  const place = sql`array_position(${dates}::date[], c.month)`;
  return sql`select c.counted, c.motion, c.a, c.b, c.entries, c.implied, c.unconverted, c.amount,
      c.days, c.run, c.coarse, c.columns, c.pair >= ${BELOW_STRETCHES} as stretched,
      c.pair % ${BELOW_STRETCHES} <> ${pairOf(a ?? null, b ?? null)} as split,
      c.counted = any(${[...timed]}::text[]) as timed,
      c.month = any(${told.map(({ plan }) => plan.month)}::date[]) as told,
      (${read.map(({ slot }) => slot)}::int[])[${place}] as slot,
      (${sharp}::bool[])[${place}] as sharp, ${ended} as ended
    from count_cell c
    where c.org_id = ${tx.orgId}::uuid
      and c.month = any(${hidden(sql`${dates}::date[]`)})
      and c.counted = any(${hidden(sql`${[...counted]}::text[]`)})
      and c.rule = any(${hidden(sql`${['both', scope.rule]}::text[]`)}) ${motions(scope)}
      and ${branch}`;
}

/** Every dimension that the question cuts by, motion included. */
export function dimensionsOf({ by, and = null, where }: CellQuestion['scope']): Set<Dimension> {
  const filtered = DIMENSIONS.filter((dimension) => where[dimension] !== undefined);
  return new Set([by, and, ...filtered].filter((dimension) => dimension !== null));
}

function motions({ where }: CellQuestion['scope']): Sql {
  const values = where.motion;
  return values === undefined
    ? empty
    : sql`and c.motion = any(${hidden(sql`${[...values]}::text[]`)})`;
}

/**
 * TRICKY: what a list holds would make a plan of its own look cheaper than the one that is kept,
 * and each question would be planned anew; that takes as long as to answer it.
 */
function hidden(list: Sql): Sql {
  return sql`array(select unnest(${list}))`;
}

/** The split that is asked, and what is too small to have been split that far. */
function branches(scope: CellQuestion['scope'], size?: Stretch['size']) {
  const { where } = scope;
  const [a = null, b = null] = ranksOf(dimensionsOf(scope)) ?? [];
  const only = (rank: number | null, column: 'a' | 'b'): Sql => {
    const values = where[CELL_DIMENSIONS[rank ?? -1]?.name ?? 'motion'];
    if (rank === null || values === undefined) return empty;
    return sql`and ${raw(`c.${column}`)} = any(${hidden(sql`${[...values]}::text[]`)})`;
  };
  const pair = size === undefined ? pairOf(a, b) : stretchPair({ size }, pairOf(a, b));
  const split = sql`c.pair = (select ${pair}::int) ${only(a, 'a')} ${only(b, 'b')}`;
  const leaves: Sql[] = [];
  if (a !== null) leaves.push(sql`c.pair = 0 and c.leaf`);
  if (b !== null)
    leaves.push(sql`c.pair = (select ${pairOf(a, null)}::int) and c.leaf ${only(a, 'a')}`);
  return { split, leaves };
}
