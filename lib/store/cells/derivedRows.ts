import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { Tx } from '../inOrg.ts';
import type { CellEntry, CellMove, CellSpan } from './cellFact.ts';

/** The derived rows of one record, as far as they count. */
export type RecordRows = { entries: CellEntry[]; spans: CellSpan[]; movements: CellMove[] };

const VALUES = `json_build_object(${DIMENSIONS.map((name) => `'${name}', t.${name}`).join(', ')})`;
const ms = (column: string) => `round(date_part('epoch', t.${column}) * 1000)`;
const MONEY = `'amount', t.amount::text, 'amountReporting', t.amount_reporting::text`;

/** What of each table one record's row becomes, by the names of `lib/bowtie`. */
const ROWS = {
  entries: `select 'entries' as list, t.record_id, json_build_object('stage', t.stage,
      'rule', t.rule, 'enteredAt', ${ms('entered_at')}, 'implied', t.implied,
      'dimensions', ${VALUES}, ${MONEY}, 'nextAt', ${ms('next_at')},
      'nextImplied', t.next_implied, 'outOfOrderAt', ${ms('out_of_order_at')},
      'churnedAt', ${ms('churned_at')}, 'outcome', t.outcome, 'outcomeAt', ${ms('outcome_at')}) as row
    from stage_entry t`,
  spans: `select 'spans' as list, t.record_id, json_build_object('fromAt', ${ms('from_at')},
      'toAt', ${ms('to_at')}, 'stage', t.stage, 'inStock', t.in_stock, 'dimensions', ${VALUES},
      ${MONEY}) as row
    from record_span t`,
  movements: `select 'movements' as list, t.record_id, json_build_object('movement', t.movement,
      'occurredAt', ${ms('occurred_at')}, 'dimensions', ${VALUES}) as row
    from movement t`,
};

/** TRICKY: `lateral` with `offset 0` looks each record up by its name (see winningEvents). */
const QUESTION = Object.values(ROWS)
  .map(
    (rows) => `select found.* from unnest($2::text[]) as asked (id)
      cross join lateral (${rows} where t.org_id = $1::uuid and t.record_id = asked.id offset 0) found`,
  )
  .join(' union all ');

type Found = { list: keyof RecordRows; record_id: string; row: never };

/** The derived rows of these records as they are. */
export async function derivedRows(
  tx: Tx,
  recordIds: readonly string[],
): Promise<Map<string, RecordRows>> {
  const result = await tx.client.query<Found>(QUESTION, [tx.orgId, recordIds]);
  const records = new Map<string, RecordRows>();
  for (const { list, record_id, row } of result.rows) {
    const known = records.get(record_id) ?? { entries: [], spans: [], movements: [] };
    records.set(record_id, known);
    known[list].push(row);
  }
  return records;
}
