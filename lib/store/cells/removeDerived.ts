import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { Tx } from '../inOrg.ts';
import type { CellEntry, CellMove, CellSpan } from './cellFact.ts';

/** The derived rows of one record, as far as they count. */
export type RecordRows = { entries: CellEntry[]; spans: CellSpan[]; movements: CellMove[] };

const ms = (column: string, name: string) =>
  `round(date_part('epoch', ${column}) * 1000) as "${name}"`;
const MONEY = `amount::text, amount_reporting::text as "amountReporting"`;

/** What of each table is told of a row that goes, by the names of `lib/bowtie`. */
const TOLD = {
  entries: {
    table: 'stage_entry',
    columns: `stage, rule, ${ms('entered_at', 'enteredAt')}, implied, ${MONEY},
      ${ms('next_at', 'nextAt')}, next_implied as "nextImplied",
      ${ms('out_of_order_at', 'outOfOrderAt')}, ${ms('churned_at', 'churnedAt')},
      outcome, ${ms('outcome_at', 'outcomeAt')}`,
  },
  spans: {
    table: 'record_span',
    columns: `stage, ${ms('from_at', 'fromAt')}, ${ms('to_at', 'toAt')}, in_stock as "inStock",
      ${MONEY}`,
  },
  movements: { table: 'movement', columns: `movement, ${ms('occurred_at', 'occurredAt')}` },
} as const;

type Row = DimensionValues & { record_id: string };

/** Takes away the derived rows of these records, and says what they were. */
export async function removeDerived(
  tx: Tx,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, RecordRows>> {
  const records = new Map<string, RecordRows>();
  for (const list of ['entries', 'spans', 'movements'] as const) {
    for (const row of await remove(tx, recordIds, TOLD[list])) {
      const known = records.get(row.record_id) ?? { entries: [], spans: [], movements: [] };
      records.set(row.record_id, known);
      known[list].push(Object.assign(row, { dimensions: dimensionsOf(row) }) as never);
    }
  }
  return records;
}

async function remove(
  tx: Tx,
  recordIds: readonly string[],
  { table, columns }: { table: string; columns: string },
): Promise<Row[]> {
  // TRICKY: by place, so that no plan reads the whole organization (see winningEvents).
  const { rows } = await tx.client.query<Row>(
    `delete from ${table} where org_id = $1::uuid and ctid = any(array(
       select old.ctid from unnest($2::text[]) as asked (id)
       cross join lateral (
         select t.ctid from ${table} t
         where t.org_id = $1::uuid and t.record_id = asked.id offset 0) old))
     returning record_id, ${DIMENSIONS.join(', ')}, ${columns}`,
    [tx.orgId, recordIds],
  );
  return rows;
}

function dimensionsOf(row: Row): DimensionValues {
  const { segment, channel, owner, pod, motion, product, region } = row;
  return { segment, channel, owner, pod, motion, product, region };
}
