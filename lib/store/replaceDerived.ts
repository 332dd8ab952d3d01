import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { Carried, DerivedRecord, Entry, MovementEvent, Span } from '#lib/bowtie/records.ts';
import { type Cell, copyRows, rowsOf } from './copyRows.ts';
import type { Tx } from './inOrg.ts';

const ENTRY = [
  'record_id',
  'stage',
  'rule',
  { instant: 'entered_at' },
  'implied',
  'account_id',
  ...DIMENSIONS,
  'amount',
  'currency',
  'amount_reporting',
  { instant: 'next_at' },
  'next_implied',
  { instant: 'out_of_order_at' },
  { instant: 'churned_at' },
  'outcome',
  { instant: 'outcome_at' },
  'outcome_changes',
];
const SPAN = [
  'record_id',
  { instant: 'from_at' },
  { instant: 'to_at' },
  'stage',
  { instant: 'stay_since' },
  'in_stock',
  'outcome',
  { instant: 'outcome_at' },
  'account_id',
  ...DIMENSIONS,
  'amount',
  'currency',
  'amount_reporting',
  'close_date',
];
const MOVEMENT = [
  'record_id',
  'ordinal',
  'movement',
  { instant: 'occurred_at' },
  'account_id',
  ...DIMENSIONS,
  'amount_reporting',
  'own_amount_reporting',
  'event_id',
  'source',
  'unconverted',
];

/**
 * Puts what was derived in the place of all that was derived before for these records; `remain`
 * says whether any of that is still there.
 */
export async function replaceDerived(
  tx: Tx,
  recordIds: readonly string[],
  derived: ReadonlyMap<string, DerivedRecord>,
  remain: boolean,
): Promise<void> {
  for (const table of remain ? ['stage_entry', 'record_span', 'movement'] : []) {
    // TRICKY: by place, so that no plan reads the whole organization (see winningEvents).
    await tx.client.query(
      `delete from ${table} where org_id = $1::uuid and ctid = any(array(
         select old.ctid from unnest($2::text[]) as asked (id)
         cross join lateral (
           select t.ctid from ${table} t
           where t.org_id = $1::uuid and t.record_id = asked.id offset 0) old))`,
      [tx.orgId, recordIds],
    );
  }
  const all = [...derived];
  const entries = all.flatMap(([id, record]) => record.entries.map((row) => ({ id, row })));
  const spans = all.flatMap(([id, record]) => record.spans.map((row) => ({ id, row })));
  const moves = all.flatMap(([id, record]) => record.movements.map((row) => ({ id, row })));
  await copyRows(tx, 'stage_entry', ENTRY, rowsOf(entries, ofEntry));
  await copyRows(tx, 'record_span', SPAN, rowsOf(spans, ofSpan));
  await copyRows(tx, 'movement', MOVEMENT, rowsOf(moves, ofMove));
}

type Of<T> = { id: string; row: T };

function ofEntry({ id, row: entry }: Of<Entry>): Cell[] {
  return [
    id,
    entry.stage,
    entry.rule,
    entry.enteredAt,
    entry.implied,
    entry.accountId,
    ...dimensions(entry),
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
  ];
}

function ofSpan({ id, row: span }: Of<Span>): Cell[] {
  return [
    id,
    span.fromAt,
    span.toAt,
    span.stage,
    span.staySince,
    span.inStock,
    span.outcome,
    span.outcomeAt,
    span.accountId,
    ...dimensions(span),
    span.amount,
    span.currency,
    span.amountReporting,
    span.closeDate,
  ];
}

function ofMove({ id, row: move }: Of<MovementEvent>): Cell[] {
  return [
    id,
    move.ordinal,
    move.movement,
    move.occurredAt,
    move.accountId,
    ...dimensions(move),
    move.amountReporting,
    move.ownAmountReporting,
    move.eventId,
    move.source,
    move.unconverted,
  ];
}

function dimensions(carried: Carried): string[] {
  return DIMENSIONS.map((dimension) => carried.dimensions[dimension]);
}
