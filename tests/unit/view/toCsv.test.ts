import { expect, test } from 'vitest';
import { toCsv } from '#lib/view/toCsv.ts';

test('quotes what needs it and ends lines as spreadsheets expect', () => {
  expect(
    toCsv([
      ['a', 'b,c'],
      ['"x"', 'two\nlines'],
      [1.5, null],
    ]),
  ).toBe('\ufeffa,"b,c"\r\n"""x""","two\nlines"\r\n1.5,\r\n');
});

test.each(['=1+1', '+cmd', '-cmd|x', '@sum', '\t=1', ' =1', '\r=1'])(
  'neutralises the formula %j',
  (text) => {
    expect(
      toCsv([[text]])
        .replace(/^\ufeff"?/, '')
        .startsWith("'"),
    ).toBe(true);
  },
);

test('numbers stay numbers', () => {
  expect(toCsv([[-3, '-12.50']])).toBe('\ufeff-3,-12.50\r\n');
});
