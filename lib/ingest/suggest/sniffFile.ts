import { fileFault } from '#lib/contract/fileFault.ts';
import { type Mapping, mappingBody } from '#lib/contract/ingest.ts';
import type { DELIMITERS, ReadingBody, SniffAnswer } from '#lib/contract/uploads.ts';
import { addDecimalEvidence, noDecimals } from '../amounts/decimalEvidence.ts';
import { columnNames } from '../file/columnNames.ts';
import { isGzip } from '../file/openFile.ts';
import { sniffReading } from '../file/sniffReading.ts';
import { headRecords } from '../file/sniffTable.ts';
import { describeColumns } from './describeColumns.ts';
import { sniffHeader } from './sniffHeader.ts';

const LOOKED_AT = 1000;
export const NULLS: Mapping['null_values'] = mappingBody.parse({}).null_values;

export type Sniffed = { sniff: SniffAnswer; rows: string[][] };

/** How a file is best read and what its first rows hold; what is given is not guessed. */
export async function sniffFile(path: string, given: ReadingBody): Promise<Sniffed> {
  const { encoding, delimiter, headText, headIsAll } = await sniffReading(path, given);
  const records = headRecords(headText, delimiter, headIsAll).slice(0, LOOKED_AT + 1);
  const whole = records.filter((record) => record.problem === null).map((record) => record.cells);
  const first = whole[0];
  if (first === undefined) {
    throw fileFault('no_row', 'no line of it can be read as a row');
  }
  const header = given.header ?? sniffHeader(whole);
  const rows = header ? whole.slice(1) : whole;
  const columns = describeColumns(columnNames(first, header), rows, new Set(NULLS));
  return {
    rows,
    sniff: {
      encoding,
      delimiter: delimiter as (typeof DELIMITERS)[number],
      header,
      gzip: await isGzip(path),
      date_format: dateFormat(columns),
      decimal: decimalSign(columns),
      rows_seen: rows.length,
      columns,
      rows: rows.slice(0, 5).map((row) => row.map((cell) => cell.slice(0, 200))),
    },
  };
}

function dateFormat(columns: SniffAnswer['columns']): SniffAnswer['date_format'] {
  const dates = columns.filter((column) => column.looks === 'date');
  const formats = new Set(dates.map((column) => column.date_format));
  if (formats.size === 1 && formats.has('iso')) return 'iso';
  if (formats.has('mdy') === formats.has('dmy')) return 'auto';
  return formats.has('mdy') ? 'mdy' : 'dmy';
}

function decimalSign(columns: SniffAnswer['columns']): SniffAnswer['decimal'] {
  const evidence = noDecimals();
  for (const column of columns) {
    if (column.looks !== 'number') continue;
    for (const sample of column.samples) addDecimalEvidence(evidence, sample);
  }
  if (evidence.dot === evidence.comma) return 'auto';
  return evidence.comma > evidence.dot ? ',' : '.';
}
