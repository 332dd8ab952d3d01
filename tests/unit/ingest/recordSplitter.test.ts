import { promisify } from 'node:util';
import spectrum from 'csv-spectrum';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileRecord, RecordSplitter } from '#lib/ingest/file/RecordSplitter.ts';

function split(text: string, delimiter = ',', size = text.length || 1): FileRecord[] {
  const splitter = new RecordSplitter(delimiter);
  const records: FileRecord[] = [];
  for (let at = 0; at < text.length; at += size) {
    records.push(...splitter.push(text.slice(at, at + size)));
  }
  return [...records, ...splitter.end()];
}

const cellsOf = (text: string, delimiter?: string) =>
  split(text, delimiter).map((record) => record.cells);

describe('RecordSplitter', () => {
  it('reads csv-spectrum', async () => {
    const files = await promisify(spectrum)();
    expect(files.length).toBeGreaterThan(10);
    for (const { name, csv, json } of files) {
      const [header = [], ...rows] = cellsOf(csv.toString('utf8'));
      const read = rows.map((cells) =>
        Object.fromEntries(header.map((key, at) => [key, cells[at]])),
      );
      const expected = JSON.parse(json.toString('utf8'));
      // The answer to this file is not its content: another number, and no list.
      if (name === 'location_coordinates') {
        expect(read[0]).toEqual({ ...expected, 'Contact Phone Number': '2095257564' });
      } else {
        expect(read, name).toEqual(expected);
      }
    }
  });

  it('gives back any table, however it is cut on its way', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', '😀', '\t', 'é'),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, size, end) => {
          const quoted = (text: string) =>
            /[",\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
          const text = rows.map((row) => row.map(quoted).join(',')).join(end);
          const read = split(text, ',', size);
          expect(read.map((record) => record.cells)).toEqual(rows);
          expect(read.every((record) => record.problem === null)).toBe(true);
        },
      ),
    );
  });

  it('never fails on any text and never loses a line that is not blank', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (broken, size) => {
        const whole = split(broken);
        expect(split(broken, ',', size)).toEqual(whole);
        const kept =
          whole
            .flatMap((record) => record.cells)
            .join('')
            .match(/a/g)?.length ?? 0;
        expect(kept).toBe(broken.match(/a/g)?.length ?? 0);
      }),
    );
  });

  it('counts physical lines, whatever ends them', () => {
    const text = 'h\r\n"a\nb"\n\n\rc\r\r\nd';
    expect(split(text).map((record) => [record.line, record.cells[0]])).toEqual([
      [1, 'h'],
      [2, 'a\nb'],
      [6, 'c'],
      [8, 'd'],
    ]);
  });

  it('loses only its own line to a quote that does not close', () => {
    const read = split('a,b\n1,"open\n2,fine\n3,"also, fine"\n4,x\n');
    expect(read.map((record) => [record.line, record.cells, record.problem !== null])).toEqual([
      [1, ['a', 'b'], false],
      [2, ['1,"open'], true],
      [3, ['2', 'fine'], false],
      [4, ['3', 'also, fine'], false],
      [5, ['4', 'x'], false],
    ]);
  });

  it('loses only its own line to a quote that closes inside a cell', () => {
    const read = split('a,b\n"1"x,2\n3,4\n');
    expect(read.map((record) => record.problem !== null)).toEqual([false, true, false]);
  });

  it('takes quotes inside a cell that does not begin with one as they are', () => {
    expect(cellsOf('5" pipe,a"b"\n')).toEqual([['5" pipe', 'a"b"']]);
  });

  it('reads other delimiters and empty cells', () => {
    expect(cellsOf('a;;"b;c"\n;;', ';')).toEqual([
      ['a', '', 'b;c'],
      ['', '', ''],
    ]);
    expect(cellsOf('a\tb\n1\t"x\ty"', '\t')).toEqual([
      ['a', 'b'],
      ['1', 'x\ty'],
    ]);
  });

  it('cuts a line that never ends, and goes on behind it', () => {
    const read = split(`a\n${'x'.repeat(3_000_000)}"y\nb\n`, ',', 65_536);
    expect(read.map((record) => [record.line, record.cells[0]?.length])).toEqual([
      [1, 1],
      [2, 1000],
      [3, 1],
    ]);
    expect(read[1]?.problem).toMatch(/longer than/);
  });

  it('loses only its own line to a quote that 20 MB do not close', () => {
    const open = `a,b\n1,"open\n${`2,${'x'.repeat(1000)}\n`.repeat(20_000)}`;
    const read = split(open, ',', 1_048_576);
    expect(read.length).toBe(20_002);
    expect(read.filter((record) => record.problem !== null).map(({ line }) => line)).toEqual([2]);
  });

  it('gives as many records as it is asked for, and the others when it is asked again', () => {
    const splitter = new RecordSplitter(',');
    const lines = (records: FileRecord[]) => records.map(({ line }) => line);
    expect(lines(splitter.push('a\nb\n\nc\nd', false, 2))).toEqual([1, 2]);
    expect(lines(splitter.push('', false, 2))).toEqual([4]);
    expect(lines(splitter.push('e\n', true, 2))).toEqual([5]);
  });

  it('refuses a table of 100,000 columns', () => {
    expect(() => split('c,'.repeat(100_000))).toThrow(/columns/);
    expect(() => split('longname,'.repeat(300_000), ',', 65_536)).toThrow(/columns/);
  });
});
