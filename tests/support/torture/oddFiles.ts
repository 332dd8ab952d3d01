import { gzipSync } from 'node:zlib';
import { LONG } from '../importFile.ts';
import { HEAD, OK, type TortureCase } from './tortureCase.ts';

const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const wide = (fields: object) => ({
  columns: {},
  wide: { record_id: 'id', stages: { mql: 'm', sql: 's' } },
  ...fields,
});
const paid = (extra: object = {}) => ({
  columns: { ...LONG.columns, amount: 'amount', currency: 'cur' },
  ...extra,
});

/** Files that are odd, and what must come of them. */
export const ODD_FILES: TortureCase[] = [
  { name: 'a byte order mark', content: `\ufeff${HEAD}${OK}`, want: { accepted: 1 } },
  { name: 'UTF-16LE with mark', content: utf16(`\ufeff${HEAD}${OK}`), want: { accepted: 1 } },
  {
    name: 'UTF-16BE with mark',
    content: utf16(`\ufeff${HEAD}${OK}`, true),
    want: { accepted: 1 },
  },
  { name: 'UTF-16LE without mark', content: utf16(HEAD + OK), want: { accepted: 1 } },
  { name: 'UTF-16BE without mark', content: utf16(HEAD + OK, true), want: { accepted: 1 } },
  { name: 'gzip', content: gzipSync(HEAD + OK), want: { accepted: 1 } },
  { name: 'no newline at the end', content: `${HEAD}a,mql,2026-01-05`, want: { accepted: 1 } },
  { name: 'CR LF', content: (HEAD + OK).replaceAll('\n', '\r\n'), want: { accepted: 1 } },
  { name: 'CR alone', content: (HEAD + OK).replaceAll('\n', '\r'), want: { accepted: 1 } },
  {
    name: 'mixed line ends',
    content: 'id,stage,on\r\na,mql,2026-01-05\rb,mql,2026-01-05\nc,mql,2026-01-05\r\n',
    want: { accepted: 3 },
  },
  { name: 'semicolons', content: (HEAD + OK).replaceAll(',', ';'), want: { accepted: 1 } },
  { name: 'tabs', content: (HEAD + OK).replaceAll(',', '\t'), want: { accepted: 1 } },
  { name: 'bars', content: (HEAD + OK).replaceAll(',', '|'), want: { accepted: 1 } },
  { name: 'a header only', content: HEAD, want: { warnings: { no_rows: 1 } } },
  { name: 'blank lines', content: `${HEAD}\n\n${OK}\n`, want: { accepted: 1 } },
  {
    name: 'the same row thrice',
    content: HEAD + OK + OK + OK,
    want: { accepted: 1, duplicates: 2 },
  },
  {
    name: 'doubled header names',
    content: `id,stage,on,on\na,mql,2026-01-05,2026-02-05\n`,
    want: { accepted: 1 },
  },
  {
    name: 'columns without a name',
    content: 'id,,stage,on\na,x,mql,2026-01-05\n',
    want: { accepted: 1 },
  },
  { name: 'empty cells behind', content: `${HEAD}a,mql,2026-01-05,,\n`, want: { accepted: 1 } },
  {
    name: 'rows of another width',
    content: `${HEAD}${OK}b,mql\nc,mql,2026-01-05,more\n`,
    want: { accepted: 1, bad: ['3 bad_row', '4 bad_row'] },
  },
  {
    name: 'an upload cut off in its last row',
    content: `${HEAD}${OK}b,mql`,
    want: { accepted: 1, bad: ['3 bad_row'] },
  },
  {
    name: 'a lone quote',
    content: `${HEAD}${OK}b,"mql,2026-01-05\nc,mql,2026-01-05\n`,
    want: { accepted: 2, bad: ['3 bad_row'] },
  },
  {
    name: 'a line break inside a cell',
    content: `${HEAD}"a\nb",mql,2026-01-05\nc,mql,2026-02-30\n`,
    want: { accepted: 1, bad: ['4 invalid_date'] },
  },
  {
    name: 'a NUL in the header',
    content: `id,stage,on,x\0y\n${OK.trim()},1\n`,
    want: { accepted: 1 },
  },
  {
    name: 'a NUL in a cell',
    content: `${HEAD}a\0b,mql,2026-01-05\n${OK}`,
    want: { accepted: 1, bad: ['2 bad_row'] },
  },
  {
    name: 'a cell of 10 MB',
    content: `${HEAD}${'x'.repeat(10_000_000)},mql,2026-01-05\n${OK}`,
    want: { accepted: 1, bad: ['2 bad_row'] },
  },
  {
    name: 'a quoted cell of 10 MB',
    content: `${HEAD}"${'x'.repeat(10_000_000)}",mql,2026-01-05\n${OK}`,
    want: { accepted: 1, bad: ['2 bad_row'] },
  },
  {
    name: '5,000 columns',
    content: `id,stage,on${',c'.repeat(4997)}\na,mql,2026-01-05${','.repeat(4997)}\n`,
    want: { accepted: 1 },
  },
  {
    name: 'values that are no values',
    content: `${HEAD},mql,2026-01-05\nNULL,mql,2026-01-05\nb,\\N,2026-01-05\nc,mql,NaN\n,,\n`,
    want: {
      bad: [2, 3, 4, 5, 6].map((line) => `${line} missing_field`),
    },
  },
  {
    name: 'bad dates',
    content: `${HEAD}a,mql,2026-02-30\na,mql,2026-01-05 24:00\na,mql,soon\na,mql,1999-12-31\na,mql,2027-01-01\n`,
    want: {
      bad: ['2 invalid_date', '3 invalid_date', '4 invalid_date', '5 too_old', '6 future_date'],
    },
  },
  {
    name: 'days and months that the file tells',
    content: `${HEAD}a,mql,03/04/2026\nb,mql,25/04/2026\n`,
    want: { accepted: 2 },
  },
  {
    name: 'days and months that the file mixes',
    content: `${HEAD}a,mql,03/04/2026\nb,mql,25/04/2026\nc,mql,04/25/2026\n`,
    want: {
      accepted: 2,
      bad: ['2 invalid_date'],
      warnings: { guessed_day_order: 1 },
    },
  },
  {
    name: 'days and months that nobody can tell',
    content: `${HEAD}a,mql,03/04/2026\n`,
    want: { accepted: 1, warnings: { guessed_day_order: 1 } },
  },
  {
    name: 'Excel serials and epochs',
    content: `${HEAD}a,mql,46027\na,sql,46027.5\na,sal,1767571200\na,won,1767571200000\n`,
    want: { accepted: 4, warnings: { serial_dates: 2 } },
  },
  {
    name: 'a local time that a zone skips and one that it repeats',
    content: `${HEAD}a,mql,2026-03-08 02:30\na,sql,2025-11-02 01:30\n`,
    timeZone: 'America/New_York',
    want: { accepted: 2, warnings: { skipped_time: 1, repeated_time: 1 } },
  },
  {
    name: 'unknown and ignored stages',
    content: `${HEAD}a,Nonsense,2026-01-05\nb,Later,2026-01-05\nc,Won!,2026-01-05\n`,
    mapping: { ...LONG, stages: { Later: null, 'Won!': 'won' } },
    want: { accepted: 1, ignored: 1, bad: ['2 unknown_stage'] },
  },
  {
    name: 'amounts of many hands',
    content:
      'id,stage,on,amount,cur\n1,mql,2026-01-05,"1,234.50",usd\n2,mql,2026-01-05,$7,USD\n3,mql,2026-01-05,1E5,USD\n4,mql,2026-01-05,-12,USD\n5,mql,2026-01-05,5,Dollar\n',
    mapping: paid(),
    want: { accepted: 3, bad: ['4 invalid_amount', '6 invalid_currency'] },
  },
  {
    name: 'a decimal comma',
    content: 'id;stage;on;amount;cur\n1;mql;2026-01-05;1.234,50;EUR\n2;mql;2026-01-05;1.000;EUR\n',
    mapping: paid(),
    want: { accepted: 2 },
  },
  {
    name: 'amounts without a currency',
    content: 'id,stage,on,amount\n1,mql,2026-01-05,5\n',
    mapping: { columns: { ...LONG.columns, amount: 'amount' } },
    want: { accepted: 1, warnings: { assumed_currency: 1 } },
  },
  {
    name: 'a 30-digit amount',
    content: `id,stage,on,amount,cur\n1,mql,2026-01-05,${'9'.repeat(30)},USD\n`,
    mapping: paid(),
    want: { accepted: 1 },
  },
  {
    name: 'no header, as the mapping says',
    content: OK,
    mapping: { columns: { record_id: '1', stage: '2', occurred_at: '3' }, header: false },
    want: { accepted: 1 },
  },
  {
    name: 'leading zeros, which are names',
    content: `${HEAD}00123,mql,2026-01-05\n123,mql,2026-01-05\n`,
    want: { accepted: 2 },
  },
  {
    name: 'a wide file: good, empty and half bad rows',
    content:
      'id,m,s\na,2026-01-05,2026-01-09\nb,,\nc,2026-01-05,soon\na,2026-01-05,2026-01-09\na,2026-01-05,2026-01-10\n',
    mapping: wide({}),
    want: { accepted: 2, duplicates: 1, bad: ['3 no_events', '4 invalid_date'] },
  },
  {
    name: 'GB18030',
    content: Buffer.from(
      '69642c73746167652c6f6e0ad5c5c8fd2cd3aeb5a52c323032362d30312d30350a',
      'hex',
    ),
    mapping: { ...LONG, stages: { 赢单: 'won' } },
    want: { accepted: 1 },
  },
  {
    name: 'Shift_JIS by name',
    content: Buffer.from(
      '69642c73746167652c6f6e0a8ef392 8d2c6d716c2c323032362d30312d30350a'.replace(' ', ''),
      'hex',
    ),
    encoding: 'shift_jis',
    want: { accepted: 1 },
  },
  {
    name: 'windows-1252',
    content: Buffer.from('id,stage,on\nMüller & Söhne,Abschluß,2026-01-05\n', 'latin1'),
    mapping: { ...LONG, stages: { Abschluß: 'won' } },
    want: { accepted: 1 },
  },
];
