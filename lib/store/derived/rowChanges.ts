import type { DerivedRecord } from '#lib/bowtie/records.ts';
import type { CellEntry, CellMove, CellSpan } from '../cells/cellFact.ts';
import type { Cell } from '../insertRows.ts';
import { type DerivedTable, ENTRIES, MOVES, SPANS } from './derivedTables.ts';
import type { KeptRows } from './keptRows.ts';

/** The derived rows of one record, as far as they count. */
export type RecordRows = {
  entries: readonly CellEntry[];
  spans: readonly CellSpan[];
  movements: readonly CellMove[];
};

/** Rows that are no more, or no more so, and rows that are so now. */
export type RecordChange = {
  gone: RecordRows;
  come: RecordRows;
  /** All entries of before and of now, where any of them changed. */
  entries: { before: readonly CellEntry[]; now: readonly CellEntry[] };
};

/** Rows as cells in the order of the table's columns: new ones, and others than lie there. */
export type RowsToWrite = { fresh: Cell[][]; other: Cell[][] };

export type RowChanges = {
  records: RecordChange[];
  write: { entries: RowsToWrite; spans: RowsToWrite; movements: RowsToWrite };
  /** Records with rows that are no more. Of them all that is so now is in `write`, as new. */
  shrunk: string[];
};

const NONE: DerivedRecord = { entries: [], spans: [], movements: [] };

/** How what was derived differs from what lies in the tables. */
export function rowChanges(
  recordIds: readonly string[],
  kept: KeptRows,
  derived: ReadonlyMap<string, DerivedRecord>,
): RowChanges {
  const changes: RowChanges = {
    records: [],
    write: { entries: nothing(), spans: nothing(), movements: nothing() },
    shrunk: [],
  };
  for (const id of recordIds) {
    const now = derived.get(id) ?? NONE;
    const entries = compare(ENTRIES, id, kept.entries.get(id) ?? [], now.entries);
    const spans = compare(SPANS, id, kept.spans.get(id) ?? [], now.spans);
    const movements = compare(MOVES, id, kept.movements.get(id) ?? [], now.movements);
    addChange(changes, id, { entries, spans, movements }, { kept, now });
  }
  return changes;
}

type Compared<Row> = {
  gone: (readonly Cell[])[];
  come: Row[];
  /** Every row of now. */
  all: Cell[][];
  write: RowsToWrite;
  shrunk: boolean;
};
type Parts = {
  entries: Compared<DerivedRecord['entries'][number]>;
  spans: Compared<DerivedRecord['spans'][number]>;
  movements: Compared<DerivedRecord['movements'][number]>;
};

function addChange(
  { records, write, shrunk }: RowChanges,
  id: string,
  { entries, spans, movements }: Parts,
  { kept, now }: { kept: KeptRows; now: DerivedRecord },
): void {
  const isShrunk = entries.shrunk || spans.shrunk || movements.shrunk;
  if (isShrunk) shrunk.push(id);
  addRows(write.entries, entries, isShrunk);
  addRows(write.spans, spans, isShrunk);
  addRows(write.movements, movements, isShrunk);
  const isOther = entries.gone.length > 0 || entries.come.length > 0;
  const before = isOther ? (kept.entries.get(id) ?? []).map(ENTRIES.fromCells) : [];
  records.push({
    gone: {
      entries: entries.gone.map(ENTRIES.fromCells),
      spans: spans.gone.map(SPANS.fromCells),
      movements: movements.gone.map(MOVES.fromCells),
    },
    come: { entries: entries.come, spans: spans.come, movements: movements.come },
    entries: { before, now: isOther ? now.entries : [] },
  });
}

function nothing(): RowsToWrite {
  return { fresh: [], other: [] };
}

function addRows(to: RowsToWrite, own: Pick<Compared<unknown>, 'all' | 'write'>, anew: boolean) {
  for (const row of anew ? own.all : own.write.fresh) to.fresh.push(row);
  for (const row of anew ? [] : own.write.other) to.other.push(row);
}

function compare<Row, Known>(
  { key, toCells }: DerivedTable<Row, Known>,
  id: string,
  kept: readonly (readonly Cell[])[],
  rows: readonly Row[],
): Compared<Row> {
  const all = rows.map((row) => toCells(id, row));
  const write = nothing();
  if (kept.length === 0) {
    return { gone: [], come: [...rows], all, write: { ...write, fresh: all }, shrunk: false };
  }
  // Mostly in the order of the rows of now: what is looked for is the first that is left.
  const left = [...kept];
  const found: Compared<Row> = { gone: [], come: [], all, write, shrunk: false };
  let at = 0;
  for (const row of rows) {
    const cells = all[at++] ?? [];
    const place = left.findIndex((before) => isSame(before, cells, key));
    const [before] = place < 0 ? [] : left.splice(place, 1);
    if (before === undefined) {
      write.fresh.push(cells);
    } else {
      if (isSame(before, cells, cells.length)) continue;
      found.gone.push(before);
      write.other.push(cells);
    }
    found.come.push(row);
  }
  for (const before of left) found.gone.push(before);
  return { ...found, shrunk: left.length > 0 };
}

/** Up to the column `end`. */
function isSame(a: readonly Cell[], b: readonly Cell[], end: number): boolean {
  for (let at = 0; at < end; at += 1) if (a[at] !== b[at]) return false;
  return true;
}
