import { DELIMITERS } from '#lib/contract/uploads.ts';
import { type FileRecord, RecordSplitter } from './RecordSplitter.ts';
import { separatorHint } from './separatorHint.ts';

type Delimiter = (typeof DELIMITERS)[number];

/** The records of the beginning of a file; the last one may be cut and is left out. */
export function headRecords(text: string, delimiter: string, whole: boolean): FileRecord[] {
  const splitter = new RecordSplitter(delimiter);
  const records = splitter.push(text);
  return whole ? [...records, ...splitter.end()] : records;
}

/** The delimiter under which most lines have the same number of cells, and the more the better. */
export function sniffDelimiter(text: string, whole: boolean): Delimiter {
  const hint = separatorHint(text.slice(0, 40).split(/\r\n?|\n/, 1)[0] ?? '');
  const told = DELIMITERS.find((delimiter) => delimiter === hint);
  if (told !== undefined) return told;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const records = headRecords(text, delimiter, whole).slice(0, 200);
    const width = records[0]?.cells.length ?? 0;
    if (width < 2) continue;
    const same = records.filter((record) => record.cells.length === width).length;
    const broken = records.filter((record) => record.problem !== null).length;
    const score = ((same - broken) / records.length) * 100 + Math.min(width, 50) / 10;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
