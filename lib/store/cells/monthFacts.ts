import sql, { raw, type Sql } from 'sql-template-tag';
import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Tx } from '../inOrg.ts';
import { at, type Range } from '../questionScope.ts';
import {
  bothOf,
  type CellEntry,
  type CellFact,
  type CellMove,
  type CellSpan,
  entryFact,
  moveFacts,
  reachFact,
  stockFact,
} from './cellFact.ts';
import { readInParts } from './readInParts.ts';

type Cells = readonly unknown[];

const ms = (column: string): string => `round(date_part('epoch', ${column}) * 1000)`;
const values = (alias: string): string => DIMENSIONS.map((name) => `${alias}.${name}`).join(', ');
const within = (column: string, { from, to }: Range): Sql =>
  sql`${raw(column)} >= ${at(from)} and ${raw(column)} < ${at(to)}`;

function dimensionsAt(row: Cells, from: number): DimensionValues {
  const found = DIMENSIONS.map((name, i) => [name, row[from + i] as string] as const);
  return Object.fromEntries(found) as DimensionValues;
}

/** The entries into one stage within a month; like all that follows in one order, fold for fold. */
export async function* entryFacts(
  tx: Tx,
  stage: LadderStage,
  month: Range,
): AsyncGenerator<CellFact> {
  const question = sql`
    select e.rule, ${raw(ms('e.entered_at'))}, e.implied,
      case when e.amount is not null then '' end, e.amount_reporting::text,
      ${raw(ms('e.next_at'))}, e.next_implied, ${raw(ms('e.out_of_order_at'))},
      ${raw(ms('e.churned_at'))}, e.outcome, ${raw(ms('e.outcome_at'))}, ${raw(values('e'))}
    from stage_entry e
    where e.org_id = ${tx.orgId}::uuid and e.stage = ${stage} and ${within('e.entered_at', month)}
    order by e.entered_at, e.record_id, e.rule`;
  for await (const part of readInParts(tx, question)) {
    for (const row of part) yield entryFact(entryAt(row, stage));
  }
}

function entryAt(row: Cells, stage: LadderStage): CellEntry {
  return {
    stage,
    rule: row[0] as CellEntry['rule'],
    enteredAt: row[1] as Instant,
    implied: row[2] as boolean,
    amount: row[3] as string | null,
    amountReporting: row[4] as string | null,
    nextAt: row[5] as Instant | null,
    nextImplied: row[6] as boolean,
    outOfOrderAt: row[7] as Instant | null,
    churnedAt: row[8] as Instant | null,
    outcome: row[9] as CellEntry['outcome'],
    outcomeAt: row[10] as Instant | null,
    dimensions: dimensionsAt(row, 11),
  };
}

/** Of the entries into the first stage within a month: which later stages each record reached. */
export async function* reachedFacts(
  tx: Tx,
  first: LadderStage,
  month: Range,
): AsyncGenerator<CellFact> {
  const question = sql`
    select e.rule, ${raw(ms('e.entered_at'))}, later.stage, later.rule, ${raw(values('e'))}
    from stage_entry e
    cross join lateral (
      select l.stage, l.rule from stage_entry l
      where l.org_id = e.org_id and l.record_id = e.record_id and l.stage <> ${first}
        and l.entered_at >= e.entered_at offset 0) later
    where e.org_id = ${tx.orgId}::uuid and e.stage = ${first} and ${within('e.entered_at', month)}
    order by e.entered_at, e.record_id, e.rule, later.stage, later.rule`;
  for await (const part of readInParts(tx, question)) {
    for (const row of part) {
      const rule = bothOf(row[0] as CellEntry['rule'], row[3] as CellEntry['rule']);
      if (rule === null) continue;
      const from = { stage: first, rule, enteredAt: row[1] as Instant };
      yield reachFact({ ...from, dimensions: dimensionsAt(row, 4) }, row[2] as LadderStage, rule);
    }
  }
}

const SPAN = (alias: string): string =>
  `${alias}.in_stock, ${alias}.stage, case when ${alias}.amount is not null then '' end,
    ${alias}.amount_reporting::text, ${values(alias)}`;
const SPAN_WIDTH = 4 + DIMENSIONS.length;

/** What spans that begin within a month change in the stock, and what ended where they begin. */
export async function* stockFacts(tx: Tx, month: Range): AsyncGenerator<CellFact> {
  const question = sql`
    select ${raw(ms('s.from_at'))}, ${raw(SPAN('s'))}, ${raw(SPAN('before'))}
    from record_span s
    left join lateral (
      select * from record_span b
      where b.org_id = s.org_id and b.record_id = s.record_id and b.from_at < s.from_at
      order by b.from_at desc limit 1) before on true
    where s.org_id = ${tx.orgId}::uuid and ${within('s.from_at', month)}
    order by s.from_at, s.record_id`;
  for await (const part of readInParts(tx, question)) {
    for (const row of part) {
      const [begun, ended] = [spanAt(row, 1), spanAt(row, 1 + SPAN_WIDTH)];
      if (isSame(row)) continue;
      const moment = row[0] as Instant;
      if (begun.inStock && begun.stage) yield stockFact(begun, begun.stage, moment, 1);
      if (ended.inStock && ended.stage) yield stockFact(ended, ended.stage, moment, -1);
    }
  }
}

/** A span that goes on as the one before was changes nothing. */
function isSame(row: Cells): boolean {
  for (let i = 1; i <= SPAN_WIDTH; i += 1) if (row[i] !== row[i + SPAN_WIDTH]) return false;
  return true;
}

function spanAt(row: Cells, from: number): Omit<CellSpan, 'fromAt' | 'toAt'> {
  return {
    inStock: row[from] === true,
    stage: row[from + 1] as LadderStage | null,
    amount: row[from + 2] as string | null,
    amountReporting: row[from + 3] as string | null,
    dimensions: dimensionsAt(row, from + 4),
  };
}

/** The movements within a month. */
export async function* movementFacts(tx: Tx, month: Range): AsyncGenerator<CellFact> {
  const question = sql`
    select m.movement, ${raw(ms('m.occurred_at'))}, ${raw(values('m'))} from movement m
    where m.org_id = ${tx.orgId}::uuid and m.movement <> 'won' and ${within('m.occurred_at', month)}
    order by m.occurred_at, m.record_id, m.ordinal`;
  for await (const part of readInParts(tx, question)) {
    for (const row of part) {
      const [movement, occurredAt] = [row[0] as CellMove['movement'], row[1] as Instant];
      yield* moveFacts({ movement, occurredAt, dimensions: dimensionsAt(row, 2) });
    }
  }
}
