import { fileFault } from '#lib/contract/fileFault.ts';
import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';
import {
  addDecimalEvidence,
  type DecimalEvidence,
  decimalOf,
  noDecimals,
} from '../amounts/decimalEvidence.ts';
import { addEvidence, type DateEvidence, noEvidence, orderOf } from '../dates/dateEvidence.ts';
import type { Resolved } from '../mapping/cellReader.ts';
import { checkMapping } from '../mapping/checkMapping.ts';
import { columnNames } from './columnNames.ts';
import { type Reading, readRecords } from './readRecords.ts';

const DATE_FIELDS = ['occurred_at', 'close_date', 'starts_on', 'ends_on', 'cancelled_on'];
const AMOUNT_FIELDS = ['amount', 'arr', 'mrr', 'total_value', 'months'];
const MAX_STAGES = 2000;
/** Broken lines that are taken for broken rows, and the share of rows up to which more are. */
const FEW = 2;
const MANY = 0.25;

export type Scan = {
  header: string[];
  rows: number;
  complete: boolean;
  resolved: Resolved;
  dates: DateEvidence;
  decimals: DecimalEvidence;
  /** Different values of the stage (wide: outcome) column and how often they come. */
  stages: Map<string, number>;
};

/**
 * Reads a file once before any row of it is taken: whether it holds to its end, and what it tells
 * about the order of its dates and the sign of its decimals.
 */
export async function scanFile(
  path: string,
  reading: Reading,
  use: { kind: ImportKind; mapping: Mapping; timeZone: string },
  limit = Number.POSITIVE_INFINITY,
): Promise<Scan> {
  const { mapping } = use;
  let header: string[] | null = null;
  let watch: ReturnType<typeof watcher> | null = null;
  let rows = 0;
  const progress = { read: 0, broken: 0 };
  for await (const records of readRecords(path, reading, progress)) {
    for (const { cells, problem } of records) {
      if (header === null || watch === null) {
        header = headerOf(cells, problem, use);
        watch = watcher(mapping, header);
        if (mapping.header) continue;
      }
      rows += 1;
      if (problem === null) watch.look(cells);
    }
    if (rows >= limit) break;
  }
  if (header === null || watch === null) throw fileFault('empty_file', 'is empty');
  refuseBroken(progress.broken, rows, reading.encoding);
  const { dates, decimals, stages } = watch;
  const order = mapping.date_format === 'auto' ? orderOf(dates, use.timeZone) : mapping.date_format;
  const decimal = mapping.decimal === 'auto' ? decimalOf(decimals) : mapping.decimal;
  const resolved = { decimal, order };
  return { header, rows, complete: rows < limit, resolved, dates, decimals, stages };
}

/** Some broken lines are broken rows; many are another encoding. */
function refuseBroken(broken: number, rows: number, encoding: string): void {
  if (broken <= FEW || broken <= rows * MANY) return;
  const found = `${broken} of its lines hold bytes that mean nothing in ${encoding}`;
  throw fileFault('wrong_encoding', `${found}; name its encoding, or save it as UTF-8`);
}

function headerOf(
  cells: string[],
  problem: string | null,
  { kind, mapping }: { kind: ImportKind; mapping: Mapping },
): string[] {
  if (problem !== null) throw fileFault('broken_header', `line 1: ${problem}`);
  const header = columnNames(cells, mapping.header);
  checkMapping(kind, mapping, header);
  return header;
}

function watcher(mapping: Mapping, header: readonly string[]) {
  const { columns, wide } = mapping;
  const placesOf = (names: (string | undefined)[]) =>
    names.map((name) => (name === undefined ? -1 : header.indexOf(name))).filter((at) => at !== -1);
  const dateNames = wide ? [...Object.values(wide.stages), wide.outcome?.date] : [];
  const dateAt = placesOf([...dateNames, ...DATE_FIELDS.map((field) => columns[field])]);
  const amountAt = placesOf(AMOUNT_FIELDS.map((field) => columns[field]));
  const stageAt = placesOf([wide ? wide.outcome?.column : columns.stage])[0];
  const dates = noEvidence();
  const decimals = noDecimals();
  const stages = new Map<string, number>();
  return {
    dates,
    decimals,
    stages,
    look(cells: readonly string[]) {
      for (const at of dateAt) addEvidence(dates, cells[at] ?? '');
      for (const at of amountAt) addDecimalEvidence(decimals, cells[at] ?? '');
      const stage = stageAt === undefined ? undefined : cells[stageAt];
      if (stage === undefined || stage === '') return;
      const known = stages.get(stage);
      if (known !== undefined) stages.set(stage, known + 1);
      else if (stages.size < MAX_STAGES) stages.set(stage, 1);
    },
  };
}
