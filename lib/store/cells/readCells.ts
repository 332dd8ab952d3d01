import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { z } from 'zod';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Tx } from '../inOrg.ts';
import { prepared } from '../prepared.ts';
import type { QuestionScope } from '../questionScope.ts';
import type { Counted } from './cellFact.ts';
import { CELL_DIMENSIONS, pairOf, ranksOf } from './pairs.ts';
import type { MonthPlan } from './planMonths.ts';

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
  { scope, counted, timed, exactBase }: CellQuestion,
  months: readonly MonthPlan[],
  slots: readonly number[],
): Promise<FoundCells[]> {
  const groups = [scope.by, scope.and ?? null];
  const [a = null, b = null] = ranksOf(dimensionsOf(scope)) ?? [];
  const pair = pairOf(a, b);
  const group = (dimension: Dimension | null): Sql => {
    if (dimension === null) return sql`''`;
    if (dimension === 'motion') return sql`c.motion`;
    const column = CELL_DIMENSIONS[a ?? -1]?.name === dimension ? 'c.a' : 'c.b';
    return sql`case when c.split then '' else ${raw(column)} end`;
  };
  const dates = months.map(({ month }) => month);
  const wanted = sql`c.org_id = ${tx.orgId}::uuid
    and c.month = any(${hidden(sql`${dates}::date[]`)})
    and c.counted = any(${hidden(sql`${[...counted]}::text[]`)})
    and c.rule = any(${hidden(sql`${['both', scope.rule]}::text[]`)}) ${motions(scope)}`;
  const cells = branches(scope.where, a, b).map(
    (branch) => sql`select c.* from count_cell c where ${wanted} and ${branch}`,
  );
  const question = sql`
    select c.counted, c.slot, ${group(groups[0] ?? null)} as one, ${group(groups[1] ?? null)} as two,
      c.split, sum(c.entries)::int as entries, sum(c.implied)::int as implied,
      sum(c.unconverted)::int as unconverted, sum(c.amount)::text as cents,
      string_agg(c.days, ''::bytea) filter (where c.sharp and not c.split) as days,
      string_agg(case
        when c.split then coalesce(c.run, '') || c.columns
        when not c.timed then ''
        when c.sharp or c.base <= ${exactBase} then c.run
        else coalesce(c.coarse, c.run) end, ''::bytea) as run
    from (
      select f.*, sum(f.entries) filter (where not f.split and not f.sharp)
        over (partition by f.counted) as base
      from (
        select c.*, c.pair <> ${pair} as split, c.counted = any(${[...timed]}::text[]) as timed,
          (${[...slots]}::int[])[array_position(${dates}::date[], c.month)] as slot,
          (${months.map((one) => one.cut !== null)}::bool[])[
            array_position(${dates}::date[], c.month)] as sharp
        from (${join(cells, ' union all ')}) c) f) c
    group by 1, 2, 3, 4, 5`;
  return prepared(tx, cellRow, question);
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
function branches(where: QuestionScope['where'], a: number | null, b: number | null): Sql[] {
  const only = (rank: number | null, column: 'a' | 'b'): Sql => {
    const values = where[CELL_DIMENSIONS[rank ?? -1]?.name ?? 'motion'];
    if (rank === null || values === undefined) return empty;
    return sql`and ${raw(`c.${column}`)} = any(${hidden(sql`${[...values]}::text[]`)})`;
  };
  const found = [sql`c.pair = (select ${pairOf(a, b)}::int) ${only(a, 'a')} ${only(b, 'b')}`];
  if (a !== null) found.push(sql`c.pair = 0 and c.leaf`);
  if (b !== null)
    found.push(sql`c.pair = (select ${pairOf(a, null)}::int) and c.leaf ${only(a, 'a')}`);
  return found;
}
