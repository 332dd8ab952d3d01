import { type Stage, TIE_ORDER } from '#lib/bowtie/stages.ts';
import type { ImportKind } from '#lib/contract/ingest.ts';
import type { PreviewAnswer } from '#lib/contract/uploads.ts';

type Row = PreviewAnswer['rows'][number];
type Fact = Row['facts'][number];

/** One event of a row: what happens, when, and the amount that it alone carries. */
export type Move = { stage: Stage; at: string; amount: string | null };

export type PreviewRow = Pick<Row, 'line' | 'status' | 'problem' | 'cells'> & {
  moves: Move[];
  /** What the row says besides its moves, by field; empty values are left out. */
  values: Partial<Record<string, string>>;
};

export type PreviewTable = { fields: string[]; rows: PreviewRow[]; hasMoves: boolean };

const KEYS = { events: 'record_id', accounts: 'account_id', contracts: 'contract_id' } as const;
const HIDDEN = new Set(['event_id', 'stage', 'occurred_at', 'source', 'version']);

/** The previewed rows as a table: one column per field that any row fills, its key first. */
export function previewTable(kind: ImportKind, rows: readonly Row[]): PreviewTable {
  const own = rows.map((row) => toRow(kind, row));
  const seen = new Set<string>([KEYS[kind]]);
  for (const row of own) for (const field of Object.keys(row.values)) seen.add(field);
  return { fields: [...seen], rows: own, hasMoves: kind === 'events' };
}

function toRow(kind: ImportKind, row: Row): PreviewRow {
  const { line, status, problem, cells } = row;
  const bound = new Set(row.facts.map((fact) => fact.amount ?? null)).size > 1;
  const moves = kind === 'events' ? row.facts.flatMap((fact) => moveOf(fact, bound)) : [];
  return { line, status, problem, cells, moves, values: valuesOf(row.facts, bound) };
}

function moveOf(fact: Fact, bound: boolean): Move[] {
  const stage = TIE_ORDER.find((each) => each === fact.stage);
  const at = fact.occurred_at;
  if (!stage || !at) return [];
  return [{ stage, at, amount: bound ? (fact.amount ?? null) : null }];
}

function valuesOf(facts: readonly Fact[], bound: boolean): PreviewRow['values'] {
  const values: PreviewRow['values'] = {};
  for (const fact of facts) {
    for (const [field, value] of Object.entries(fact)) {
      if (value === null || value === '' || HIDDEN.has(field)) continue;
      if (bound && field === 'amount') continue;
      values[field] ??= value;
    }
  }
  return values;
}
