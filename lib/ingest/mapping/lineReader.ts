import type { ImportKind, Mapping, RowNote } from '#lib/contract/ingest.ts';
import { readWrittenDate } from '../dates/readWrittenDate.ts';
import type { FileRecord } from '../file/RecordSplitter.ts';
import type { Line } from '../line.ts';
import { Problem } from '../problem.ts';
import { type AccountFact, readAccount } from '../readAccount.ts';
import { type ContractFact, readContract } from '../readContract.ts';
import { type EventFact, type EventReading, readEvent } from '../readEvent.ts';
import { readLine } from '../readLine.ts';
import type { Calendar } from '../readMoment.ts';
import { stageReader } from '../stageReader.ts';
import { cellReader, type Resolved } from './cellReader.ts';
import { longRow } from './longRow.ts';
import { wideRows } from './wideRows.ts';

/** What reading a file's lines needs besides the mapping. */
export type FileContext = {
  header: readonly string[];
  resolved: Resolved;
  stageOf: EventReading['stageOf'];
  timeZone: string;
  currency: string;
  receivedAt: number;
};

type FactOf = { events: EventFact; accounts: AccountFact; contracts: ContractFact };
export type LineReader<K extends ImportKind> = (record: FileRecord) => Line<FactOf[K]>;

/** How lines of this file become facts of one kind. */
export function lineReader<K extends ImportKind>(
  kind: K,
  mapping: Mapping,
  context: FileContext,
): LineReader<K> {
  const notes = new Set<RowNote>();
  const noted = { ...context, note: (note: RowNote) => notes.add(note) };
  const read = factsReader(mapping, noted)[kind] as (cells: string[]) => FactOf[K][] | null;
  const source = sourceOf(mapping);
  const width = context.header.length;
  return (record) => {
    const { line } = record;
    const cells = trimmed(record.cells, width);
    notes.clear();
    const told = readLine({ line, raw: bounded(record.cells), source }, () => {
      if (record.problem !== null) throw new Problem('bad_row', record.problem);
      if (cells.length !== width) {
        throw new Problem('bad_row', `${cells.length} cells where the header has ${width}`);
      }
      return read(cells);
    });
    return told.state === 'read' && notes.size > 0 ? { ...told, notes: [...notes] } : told;
  };
}

function factsReader(mapping: Mapping, context: FileContext & Required<Pick<Calendar, 'note'>>) {
  const reader = cellReader(mapping, context.header, context.resolved);
  const source = sourceOf(mapping);
  const reading = {
    ...context,
    source,
    endInclusive: mapping.end_date === 'inclusive',
    read: (text: string) => readWrittenDate(text, context.resolved.order),
  };
  const { wide, amount_on: amountOn } = mapping;
  // A wide file names stages by our keys, whatever a CRM calls by the same word.
  const wideReading = { ...reading, stageOf: stageReader() };
  return {
    events: (cells: string[]) => {
      if (!wide) {
        const fact = readEvent(longRow(reader, cells), reading);
        return fact && [fact];
      }
      const rows = wideRows(wide, amountOn, reader, cells);
      return rows.map((row) => readEvent(row, wideReading)).filter((fact) => fact !== null);
    },
    accounts: (cells: string[]) => [readAccount(reader.fields(cells), source)],
    contracts: (cells: string[]) => [readContract(reader.fields(cells), reading)],
  };
}

export function sourceOf(mapping: Mapping): string {
  return mapping.constants.source || 'file';
}

/** Empty cells behind the last column are a habit of spreadsheets. */
function trimmed(cells: string[], width: number): string[] {
  const rest = cells.length > width && cells.slice(width).every((cell) => cell === '');
  return rest ? cells.slice(0, width) : cells;
}

const MAX_RAW = 1_000_000;

/** A row as it came, except that giants are cut before they are kept. */
function bounded(cells: string[]): string[] {
  const size = cells.reduce((sum, cell) => sum + cell.length, 0);
  if (size <= MAX_RAW) return cells;
  return cells.map((cell) => (cell.length > 10_000 ? `${cell.slice(0, 10_000)}…` : cell));
}
