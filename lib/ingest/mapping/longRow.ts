import type { RawRow } from '../readText.ts';
import type { CellReader } from './cellReader.ts';

/** The row that one line of a long file stands for; its id is made of what it says. */
export function longRow(reader: CellReader, cells: readonly string[]): RawRow {
  const row = reader.fields(cells);
  const { record_id, stage, occurred_at } = row;
  if (row.event_id || !record_id || !stage || !occurred_at) return row;
  return { ...row, event_id: `${record_id}:${stage}:${occurred_at}` };
}
