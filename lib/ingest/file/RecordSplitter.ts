import type { Refusal } from '#lib/contract/errors.ts';
import { fileFault } from '#lib/contract/fileFault.ts';
import { separatorHint } from './separatorHint.ts';

/** One row of a file: where it begins, its cells, or the text of a line that is no row. */
export type FileRecord = { line: number; cells: string[]; problem: string | null };

const MAX_LINE = 1024 * 1024;
const MAX_QUOTED = 16 * 1024 * 1024;
const MAX_COLUMNS = 10_000;

type Step = { cells: string[]; next: number; lines: number; problem: string | null };

/**
 * Cuts delimited text into records as it arrives. A quote that opens and does not close within
 * 16 MiB, or closes inside a cell, costs its own line only: the record begins again after it.
 */
export class RecordSplitter {
  readonly #delimiter: string;
  #rest = '';
  #line = 1;
  #skipping = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The records that are complete now; at most so many, when more there is more: push again. */
  push(text: string, last = false, most = Number.POSITIVE_INFINITY): FileRecord[] {
    const buffer = this.#rest + text;
    const records: FileRecord[] = [];
    let at = 0;
    let quote = buffer.indexOf('"');
    while (at < buffer.length && records.length < most) {
      if (quote !== -1 && quote < at) quote = buffer.indexOf('"', at);
      const step = this.#step(buffer, at, quote, last);
      if (step === null) break;
      const { cells, problem } = step;
      if (cells.length > MAX_COLUMNS) throw tooWide(this.#line);
      const blank = cells.length === 1 && cells[0] === '' && problem === null;
      const hint = this.#line === 1 && separatorHint(buffer.slice(at, step.next)) !== null;
      if (!blank && !hint && !this.#skipping) records.push({ line: this.#line, cells, problem });
      this.#skipping = false;
      this.#line += step.lines;
      at = step.next;
    }
    this.#rest = buffer.slice(at);
    if (!last && records.length < most) this.#shorten(records);
    return records;
  }

  end(): FileRecord[] {
    return this.push('', true);
  }

  #step(buffer: string, at: number, quote: number, last: boolean): Step | null {
    const line = lineEnd(buffer, at, last);
    if (line === null) return null;
    const { end, next } = line;
    if (this.#skipping || quote === -1 || quote >= end) {
      const cells = buffer.slice(at, end).split(this.#delimiter);
      return { cells, next, lines: 1, problem: null };
    }
    const quoted = readQuoted(buffer, at, this.#delimiter, last);
    if (quoted === 'more' && buffer.length - at <= MAX_QUOTED) return null;
    if (quoted !== 'broken' && quoted !== 'more') {
      return { ...quoted, lines: countLines(buffer, at, quoted.next), problem: null };
    }
    const problem = 'a quote in this line is not closed, or not doubled inside a quoted cell';
    return { cells: [buffer.slice(at, end)], next, lines: 1, problem };
  }

  /** A line without end is kept only as far as a report shows it. */
  #shorten(records: FileRecord[]): void {
    if (this.#rest.length <= MAX_LINE) return;
    if (!this.#skipping) {
      const quoted = this.#rest.includes('"');
      if (quoted && this.#rest.length <= MAX_QUOTED) return;
      if (!quoted && this.#rest.split(this.#delimiter, MAX_COLUMNS + 1).length > MAX_COLUMNS) {
        throw tooWide(this.#line);
      }
      const problem = `the line is longer than ${MAX_LINE} characters`;
      records.push({ line: this.#line, cells: [this.#rest.slice(0, 1000)], problem });
      this.#skipping = true;
    }
    this.#rest = this.#rest.endsWith('\r') ? '\r' : 'x';
  }
}

/** A record with quotes from `at`; `more`: it goes on in what has not arrived yet. */
function readQuoted(
  buffer: string,
  start: number,
  delimiter: string,
  last: boolean,
): { cells: string[]; next: number } | 'more' | 'broken' {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    if (buffer[at] !== '"') {
      const line = lineEnd(buffer, at, last);
      const stop = buffer.indexOf(delimiter, at);
      if (stop !== -1 && (line === null || stop < line.end)) {
        cells.push(buffer.slice(at, stop));
        at = stop + 1;
        continue;
      }
      if (line === null) return 'more';
      cells.push(buffer.slice(at, line.end));
      return { cells, next: line.next };
    }
    const close = closingQuote(buffer, at + 1);
    if (close === -1) return last ? 'broken' : 'more';
    if (close + 1 >= buffer.length && !last) return 'more';
    cells.push(buffer.slice(at + 1, close).replaceAll('""', '"'));
    at = close + 1;
    if (buffer[at] === delimiter) {
      at += 1;
      continue;
    }
    const line = lineEnd(buffer, at, last);
    if (line === null) return buffer[at] === '\r' ? 'more' : 'broken';
    return line.end === at ? { cells, next: line.next } : 'broken';
  }
}

function closingQuote(buffer: string, from: number): number {
  let at = buffer.indexOf('"', from);
  while (at !== -1 && buffer[at + 1] === '"') at = buffer.indexOf('"', at + 2);
  return at;
}

/** End of the physical line: LF, CR LF or CR alone, and the end of the text when it is the last. */
function lineEnd(buffer: string, at: number, last: boolean): { end: number; next: number } | null {
  const feed = buffer.indexOf('\n', at);
  const stop = feed === -1 ? buffer.length : feed;
  const turn = buffer.slice(at, stop).indexOf('\r');
  if (turn !== -1) {
    const end = at + turn;
    if (end + 1 < buffer.length) return { end, next: end + (buffer[end + 1] === '\n' ? 2 : 1) };
    return last ? { end, next: end + 1 } : null;
  }
  if (feed !== -1) return { end: feed, next: feed + 1 };
  return last ? { end: buffer.length, next: buffer.length } : null;
}

function countLines(buffer: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at += 1) {
    const end = lineEnd(buffer, at, true);
    if (end === null || end.next > to) break;
    lines += 1;
    at = end.next - 1;
  }
  return lines;
}

function tooWide(line: number): Refusal {
  const message = `line ${line} has more than ${MAX_COLUMNS} columns`;
  return fileFault('too_wide', message);
}
