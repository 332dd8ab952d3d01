import { FIELDS } from '#lib/contract/fields.ts';
import { type ImportKind, type Mapping, mappingBody } from '#lib/contract/ingest.ts';
import type { ColumnAnswer, SniffAnswer } from '#lib/contract/uploads.ts';
import { matchColumns } from './matchColumns.ts';
import { plainName } from './plainName.ts';
import type { Sniffed } from './sniffFile.ts';
import { suggestStage } from './suggestStage.ts';
import { suggestWide } from './suggestWide.ts';

const MAX_STAGES = 200;
const MOTIONS: [RegExp, string][] = [
  [/renew|续|續/i, 'renewal'],
  [/existing|expan|up-?sell|cross|upgrade|add-?on|增|扩|擴|老客/i, 'expansion'],
  [/new|新/i, 'new_business'],
];

export type Suggestion = { kind: ImportKind; mapping: Mapping; missing: string[] };

/** The mapping that a careful analyst would begin with; amounts without currency are the org's. */
export function suggestMapping(
  { sniff, rows }: Sniffed,
  kind: ImportKind,
  org: { currency: string },
): Suggestion {
  const found = kind === 'events' ? eventMapping(sniff, rows) : plainMapping(sniff, kind);
  const paid = ['amount', 'arr', 'mrr', 'total_value'].some((field) => found.columns[field]);
  const priced = kind !== 'accounts' && paid && found.columns.currency === undefined;
  const mapping = mappingBody.parse({
    ...found,
    constants: priced ? { currency: org.currency } : {},
    header: sniff.header,
    date_format: sniff.date_format,
    decimal: sniff.decimal,
    values: motionValues(found.columns.motion, sniff.columns),
  });
  return { kind, mapping, missing: missingOf(kind, mapping) };
}

type Part = Pick<Mapping, 'columns'> & Partial<Pick<Mapping, 'wide' | 'amount_on' | 'stages'>>;

function plainMapping(sniff: SniffAnswer, kind: ImportKind): Part {
  const columns = matchColumns(FIELDS[kind], sniff.columns);
  if (kind === 'accounts') {
    const id = sniff.columns.find((column) => plainName(column.name) === 'id')?.name;
    const account = id ?? columns.account_id ?? columns.name;
    const name = columns.name ?? columns.account_id;
    if (account !== undefined) columns.account_id = account;
    if (name !== undefined) columns.name = name;
  }
  if (columns.arr !== undefined) {
    delete columns.mrr;
    delete columns.total_value;
  }
  if (columns.mrr !== undefined) delete columns.total_value;
  if (columns.total_value === undefined) delete columns.months;
  return { columns };
}

function eventMapping(sniff: SniffAnswer, rows: readonly string[][]): Part {
  const columns = matchColumns(FIELDS.events, sniff.columns);
  delete columns.source;
  const { record_id: record, stage, occurred_at, close_date, event_id, ...others } = columns;
  const guess = suggestWide(record, stage, sniff.columns, rows);
  if (guess !== null) {
    const { wide, closes } = guess;
    const used = new Set([...Object.values(wide.stages), wide.outcome?.date]);
    const rest = Object.fromEntries(Object.entries(others).filter(([, name]) => !used.has(name)));
    const bound = closes && /clos|won|成交|合同|合約/.test(plainName(others.amount ?? ''));
    return { columns: rest, wide, ...(bound ? { amount_on: 'outcome' } : {}) };
  }
  const at = sniff.columns.findIndex((column) => column.name === stage);
  const names = [...new Set(rows.map((row) => row[at] ?? ''))].slice(0, MAX_STAGES);
  const stages = names.flatMap((name) => {
    const suggested = name === '' ? null : suggestStage(name);
    return suggested === null ? [] : [[name, suggested] as const];
  });
  return { columns, stages: Object.fromEntries(stages) };
}

function motionValues(
  name: string | undefined,
  columns: readonly ColumnAnswer[],
): Mapping['values'] {
  const samples = columns.find((column) => column.name === name)?.samples ?? [];
  const known = samples.flatMap((value) => {
    const motion = MOTIONS.find(([words]) => words.test(value))?.[1];
    return motion === undefined || motion === value ? [] : [[value, motion] as const];
  });
  return known.length === 0 ? {} : { motion: Object.fromEntries(known) };
}

function missingOf(kind: ImportKind, mapping: Mapping): string[] {
  const { columns, wide } = mapping;
  if (kind === 'accounts') return columns.account_id ? [] : ['account_id'];
  if (kind === 'contracts') {
    const money = columns.arr ?? columns.mrr ?? columns.total_value;
    const required = ['contract_id', 'account_id', 'starts_on'].filter((field) => !columns[field]);
    return money === undefined ? [...required, 'arr'] : required;
  }
  if (wide) return [];
  return ['record_id', 'stage', 'occurred_at'].filter((field) => !columns[field]);
}

/** One suggestion per kind, the kind that the file most likely is first. */
export function suggestMappings(sniffed: Sniffed, org: { currency: string }): Suggestion[] {
  const weights: Record<ImportKind, number> = { events: 0.2, contracts: 0.1, accounts: 0 };
  const score = ({ kind, mapping, missing }: Suggestion) =>
    Object.keys(mapping.columns).length +
    (mapping.wide ? 4 : 0) -
    missing.length * 5 -
    unusedDates(sniffed.sniff, mapping) +
    weights[kind];
  return (['events', 'contracts', 'accounts'] as const)
    .map((kind) => suggestMapping(sniffed, kind, org))
    .sort((a, b) => score(b) - score(a));
}

/** A file of accounts has no dates to speak of; one with dates is likelier about what happened. */
function unusedDates(sniff: SniffAnswer, mapping: Mapping): number {
  const { wide, columns } = mapping;
  const used = new Set([
    ...Object.values(columns),
    ...Object.values(wide?.stages ?? {}),
    wide?.outcome?.date,
  ]);
  return sniff.columns.filter((column) => column.looks === 'date' && !used.has(column.name)).length;
}
