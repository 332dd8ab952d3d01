import type { Mapping } from '#lib/contract/ingest.ts';
import { plainDecimal } from '../amounts/plainDecimal.ts';
import type { DayOrder } from '../dates/readWrittenDate.ts';
import { Unread } from '../problem.ts';

/** What the file itself told about its numbers and dates, or the mapping says. */
export type Resolved = { decimal: '.' | ','; order: DayOrder };

const AMOUNTS = new Set(['amount', 'arr', 'mrr', 'total_value', 'months']);
const TRIMMED = new Set([
  'currency',
  'occurred_at',
  'close_date',
  'starts_on',
  'ends_on',
  'cancelled_on',
]);

type Cell = string | number | Unread | null;

/** Reads one record's fields: the column where it is not null, else the constant. */
export type CellReader = {
  cell: (cells: readonly string[], column: string) => string | null;
  fields: (cells: readonly string[]) => Record<string, Cell>;
};

export function cellReader(
  mapping: Mapping,
  header: readonly string[],
  { decimal }: Resolved,
): CellReader {
  const nulls = new Set(mapping.null_values);
  const places = new Map(header.map((name, index) => [name, index]));
  const names = new Set([...Object.keys(mapping.columns), ...Object.keys(mapping.constants)]);
  const fields = [...names].map((field) => {
    const column = mapping.columns[field];
    return {
      field,
      place: column === undefined ? -1 : (places.get(column) ?? -1),
      constant: mapping.constants[field] ?? null,
      values: new Map(Object.entries(mapping.values[field] ?? {})),
    };
  });

  function orNull(text: string | undefined): string | null {
    if (text === undefined || text === '' || nulls.has(text)) return null;
    return nulls.has(text.trim()) ? null : text;
  }

  function typed(field: string, text: string): Cell {
    if (field === 'version' && /^\s*\d{1,16}\s*$/.test(text)) return Number(text);
    if (AMOUNTS.has(field)) return plainDecimal(text, decimal) ?? new Unread(text);
    return TRIMMED.has(field) ? text.trim() : text;
  }

  return {
    cell: (cells, column) => orNull(cells[places.get(column) ?? -1]),
    fields(cells) {
      const row: Record<string, Cell> = {};
      for (const { field, place, constant, values } of fields) {
        const written = place === -1 ? null : orNull(cells[place]);
        const text = written === null ? constant : (values.get(written) ?? written);
        row[field] = text === null || text === '' ? null : typed(field, text);
      }
      return row;
    },
  };
}
