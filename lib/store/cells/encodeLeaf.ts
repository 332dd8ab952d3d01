import { ByteWriter } from './ByteWriter.ts';
import type { FactColumns } from './FactColumns.ts';
import { CELL_DIMENSIONS } from './pairs.ts';

/**
 * What is known of every fact of a small cell, in the order of its run: it answers for all cells
 * that it could be split into. Each column of a dimension says its length, to be skipped.
 */
export function encodeLeaf(
  out: ByteWriter,
  facts: FactColumns,
  rows: Int32Array,
  days: Uint8Array,
): void {
  out.number(rows.length);
  for (const row of rows) {
    const negative = (facts.weight[row] ?? 0) < 0 ? 8 : 0;
    out.number((days[row] ?? 0) | (((facts.flags[row] ?? 0) | negative) << 5));
  }
  for (const row of rows) {
    if (((facts.flags[row] ?? 0) & 4) === 0) continue;
    const cents = facts.centsOf(row);
    if (typeof cents === 'bigint') out.big(cents);
    else out.signed(cents);
  }
  for (const { place } of CELL_DIMENSIONS) encodeColumn(out, facts, rows, place);
}

const column = new ByteWriter();

function encodeColumn(out: ByteWriter, facts: FactColumns, rows: Int32Array, place: number): void {
  const codes = facts.codes[place];
  const values = facts.dictionaries[place]?.values ?? [];
  const own = new Map<number, number>();
  for (const row of rows) {
    const code = codes?.[row] ?? 0;
    if (!own.has(code)) own.set(code, own.size);
  }
  column.number(own.size);
  for (const code of own.keys()) column.text(values[code] ?? '');
  if (own.size > 1) for (const row of rows) column.number(own.get(codes?.[row] ?? 0) ?? 0);
  out.bytes(column.take());
}
