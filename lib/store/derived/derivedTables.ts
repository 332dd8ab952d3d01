import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { Carried, Entry, MovementEvent, Span } from '#lib/bowtie/records.ts';
import type { CellEntry, CellMove, CellSpan } from '../cells/cellFact.ts';
import { type Cell, type Column, columns } from '../insertRows.ts';

/** One of the tables that are made of records: how a row is written, and what is read of it. */
export type DerivedTable<Row, Known> = {
  name: string;
  columns: readonly Column[];
  /** So many columns tell rows apart, the record first. */
  key: number;
  toCells: (recordId: string, row: Row) => Cell[];
  /** What counts of a row that lies there, from cells in the order of the columns. */
  fromCells: (cells: readonly Cell[]) => Known;
};

export const ENTRIES: DerivedTable<Entry, CellEntry> = {
  name: 'stage_entry',
  columns: [
    ...columns('text', 'record_id', 'stage', 'rule'),
    ...columns('instant', 'entered_at'),
    ...columns('boolean', 'implied'),
    ...columns('text', 'account_id', ...DIMENSIONS),
    ...columns('numeric', 'amount'),
    ...columns('text', 'currency'),
    ...columns('numeric', 'amount_reporting'),
    ...columns('instant', 'next_at'),
    ...columns('boolean', 'next_implied'),
    ...columns('instant', 'out_of_order_at', 'churned_at'),
    ...columns('text', 'outcome'),
    ...columns('instant', 'outcome_at'),
    ...columns('integer', 'outcome_changes'),
  ],
  key: 3,
  toCells: (id, entry) => [
    id,
    entry.stage,
    entry.rule,
    entry.enteredAt,
    entry.implied,
    entry.accountId,
    ...dimensionsOf(entry),
    entry.amount,
    entry.currency,
    entry.amountReporting,
    entry.nextAt,
    entry.nextImplied,
    entry.outOfOrderAt,
    entry.churnedAt,
    entry.outcome,
    entry.outcomeAt,
    entry.outcomeChanges,
  ],
  fromCells: (cells) => ({
    stage: cells[1] as CellEntry['stage'],
    rule: cells[2] as CellEntry['rule'],
    enteredAt: cells[3] as number,
    implied: cells[4] === true,
    dimensions: dimensionsAt(cells, 6),
    amount: cells[13] as string | null,
    amountReporting: cells[15] as string | null,
    nextAt: cells[16] as number | null,
    nextImplied: cells[17] === true,
    outOfOrderAt: cells[18] as number | null,
    churnedAt: cells[19] as number | null,
    outcome: cells[20] as CellEntry['outcome'],
    outcomeAt: cells[21] as number | null,
  }),
};

export const SPANS: DerivedTable<Span, CellSpan> = {
  name: 'record_span',
  columns: [
    ...columns('text', 'record_id'),
    ...columns('instant', 'from_at', 'to_at'),
    ...columns('text', 'stage'),
    ...columns('instant', 'stay_since'),
    ...columns('boolean', 'in_stock'),
    ...columns('text', 'outcome'),
    ...columns('instant', 'outcome_at'),
    ...columns('text', 'account_id', ...DIMENSIONS),
    ...columns('numeric', 'amount'),
    ...columns('text', 'currency'),
    ...columns('numeric', 'amount_reporting'),
    ...columns('date', 'close_date'),
  ],
  key: 2,
  toCells: (id, span) => [
    id,
    span.fromAt,
    span.toAt,
    span.stage,
    span.staySince,
    span.inStock,
    span.outcome,
    span.outcomeAt,
    span.accountId,
    ...dimensionsOf(span),
    span.amount,
    span.currency,
    span.amountReporting,
    span.closeDate,
  ],
  fromCells: (cells) => ({
    fromAt: cells[1] as number,
    toAt: cells[2] as number | null,
    stage: cells[3] as CellSpan['stage'],
    inStock: cells[5] === true,
    dimensions: dimensionsAt(cells, 9),
    amount: cells[16] as string | null,
    amountReporting: cells[18] as string | null,
  }),
};

export const MOVES: DerivedTable<MovementEvent, CellMove> = {
  name: 'movement',
  columns: [
    ...columns('text', 'record_id'),
    ...columns('integer', 'ordinal'),
    ...columns('text', 'movement'),
    ...columns('instant', 'occurred_at'),
    ...columns('text', 'account_id', ...DIMENSIONS),
    ...columns('numeric', 'amount_reporting', 'own_amount_reporting'),
    ...columns('text', 'event_id', 'source'),
    ...columns('boolean', 'unconverted'),
  ],
  key: 2,
  toCells: (id, move) => [
    id,
    move.ordinal,
    move.movement,
    move.occurredAt,
    move.accountId,
    ...dimensionsOf(move),
    move.amountReporting,
    move.ownAmountReporting,
    move.eventId,
    move.source,
    move.unconverted,
  ],
  fromCells: (cells) => ({
    movement: cells[2] as CellMove['movement'],
    occurredAt: cells[3] as number,
    dimensions: dimensionsAt(cells, 5),
  }),
};

function dimensionsOf({ dimensions }: Carried): string[] {
  const { segment, channel, owner, pod, motion, product, region } = dimensions;
  return [segment, channel, owner, pod, motion, product, region];
}

function dimensionsAt(cells: readonly Cell[], from: number): DimensionValues {
  const [segment, channel, owner, pod, motion, product, region] = cells.slice(from) as string[];
  const known = { segment, channel, owner, pod, motion, product, region };
  return known as DimensionValues;
}
