import { Refusal } from '#lib/contract/errors.ts';
import { headRecords, sniffDelimiter } from './file/sniffTable.ts';

export type SmallTable = {
  /** Of the columns, in small letters. */
  names: string[];
  /** Cells without the blanks around them, under the number of their line. */
  rows: { line: number; cells: string[] }[];
};

/** A short table that is in memory; one broken line refuses it, by its number. */
export function smallTable(what: string, csv: string): SmallTable {
  const text = csv.replace(/^\ufeff/, '');
  const records = headRecords(text, sniffDelimiter(text, true), true);
  const rows = records.map(({ line, cells, problem }) => {
    if (problem !== null) throw refuseLine(what, line, problem);
    return { line, cells: cells.map((cell) => cell.trim()) };
  });
  const [head, ...rest] = rows;
  return { names: head?.cells.map((name) => name.toLowerCase()) ?? [], rows: rest };
}

export function refuseLine(what: string, line: number, message: string): Refusal {
  return new Refusal('invalid_request', `${what}, line ${line}: ${message}`);
}
