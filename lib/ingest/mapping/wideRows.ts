import type { Mapping } from '#lib/contract/ingest.ts';
import { Problem } from '../problem.ts';
import type { RawRow } from '../readText.ts';
import type { CellReader } from './cellReader.ts';

/** The rows that one line of a wide file stands for: one per stage that has a date. */
export function wideRows(
  wide: NonNullable<Mapping['wide']>,
  amountOn: string | undefined,
  reader: CellReader,
  cells: readonly string[],
): RawRow[] {
  const recordId = reader.cell(cells, wide.record_id);
  if (recordId === null) throw new Problem('missing_field', "missing field 'record_id'");
  const shared = reader.fields(cells);
  const rows = new Map<string, RawRow>();
  const add = (stage: string, date: string | null, isOutcome: boolean) => {
    if (date === null || rows.has(stage)) return;
    const paid =
      amountOn === undefined || amountOn === stage || (isOutcome && amountOn === 'outcome');
    rows.set(stage, {
      ...shared,
      ...(paid ? {} : { amount: null, currency: null }),
      record_id: recordId,
      event_id: `${recordId}:${stage}`,
      stage,
      occurred_at: date.trim(),
    });
  };
  for (const [stage, column] of Object.entries(wide.stages)) {
    add(stage, reader.cell(cells, column), false);
  }
  const { outcome } = wide;
  if (outcome) {
    const value = reader.cell(cells, outcome.column);
    const known = value !== null && Object.hasOwn(outcome.values, value);
    const stage = known ? outcome.values[value] : null;
    if (stage) add(stage, reader.cell(cells, outcome.date), true);
  }
  if (rows.size > 0) return [...rows.values()];
  throw new Problem('no_events', 'no stage of this row has a date');
}
