import { LONG } from '#tests/support/importFile.ts';
import { A, good, HEAD, has, OK, type TortureCase } from './tortureCase.ts';

const cells = (text: string, by: string) => text.replaceAll(',', by);

/** Headers, widths and separators. */
export const SHAPES: TortureCase[] = [
  {
    name: 'one column',
    content: 'id\na\n\nb\n',
    mapping: {
      columns: { record_id: 'id' },
      constants: { stage: 'mql', occurred_at: '2026-01-05' },
    },
    want: { facts: has('a', 'b') },
  },
  {
    name: 'delimiters behind the header and all rows',
    content: 'id,stage,on,,\na,mql,2026-01-05,,\n',
    want: { facts: [A] },
  },
  {
    name: 'delimiters behind the header only',
    content: `id,stage,on,,\n${OK}`,
    want: { bad: ['2 bad_row'] },
  },
  {
    name: 'delimiters behind the rows only',
    content: `${HEAD}a,mql,2026-01-05,,,,\n`,
    want: { facts: [A] },
  },
  {
    name: 'rows of delimiters only',
    content: `${HEAD},,\n${OK},,\n`,
    want: { facts: [A], bad: ['2 missing_field', '4 missing_field'] },
  },
  {
    name: 'a footer such as reports have',
    content: `${HEAD}${OK}\n"Report by Ann"\n"Total, all",1,\n`,
    want: { facts: [A], bad: ['4 bad_row', '5 missing_field'] },
  },
  {
    name: 'a title above the header',
    content: `Deals of May\n\n${HEAD}${OK}`,
    want: { refused: 'missing_column' },
  },
  {
    name: 'blanks around the names of columns',
    content: ' id ,\tstage , on\na,mql,2026-01-05\n',
    want: { facts: [A] },
  },
  {
    name: 'a header in other case',
    content: 'ID,Stage,On\na,mql,2026-01-05\n',
    want: { refused: 'missing_column' },
  },
  {
    name: 'the same name thrice, the second meant',
    content: 'id,on,stage,on,on\na,,mql,2026-01-05,x\n',
    mapping: { columns: { ...LONG.columns, occurred_at: 'on (2)' } },
    want: { facts: [A] },
  },
  {
    name: 'columns that are named like parts of an object',
    content: '__proto__,constructor,toString\na,mql,2026-01-05\n',
    mapping: { columns: { record_id: '__proto__', stage: 'constructor', occurred_at: 'toString' } },
    want: { facts: [A] },
  },
  {
    name: 'more than 10,000 columns',
    content: `id,stage,on${',x'.repeat(10_000)}\n${OK}`,
    want: { refused: 'too_wide' },
  },
  {
    name: 'a row of more than 10,000 columns',
    content: `${HEAD}${OK}b,mql,2026-01-05${',x'.repeat(10_000)}\n`,
    want: { refused: 'too_wide' },
  },
  {
    name: 'columns by number where there is no header',
    content: '2026-01-05;a;mql\n2026-01-05;b;?\n',
    mapping: { header: false, columns: { record_id: '2', stage: '3', occurred_at: '1' } },
    want: { facts: [A], bad: ['2 unknown_stage'] },
  },
  {
    name: 'no rows and no end of line',
    content: 'id,stage,on',
    want: { warnings: { no_rows: 1 } },
  },
  {
    name: 'a header that begins as an archive would',
    content: 'PAR1,id,stage,on\nBZh9,a,mql,2026-01-05\n',
    want: { facts: [A] },
  },
  {
    name: 'semicolons, with commas in the cells',
    content: 'id;stage;on;note\na;mql;2026-01-05;x, y, z\n',
    want: { facts: [A] },
  },
  {
    name: 'tabs, with commas, semicolons and bars in the cells',
    content: 'id\tstage\ton\tnote\na\tmql\t2026-01-05\tx, y; z | w\n',
    want: { facts: [A] },
  },
  {
    name: 'commas, with as many quoted semicolons',
    content: 'id,stage,on,"x;y;z;w"\na,mql,2026-01-05,"1;2;3;4"\n',
    want: { facts: [A] },
  },
  {
    name: 'bars, with blanks around',
    content: cells('id,stage,on,note\na,mql,2026-01-05,x\n', '|'),
    want: { facts: [A] },
  },
  {
    name: 'a separator that is given against the looks',
    content: 'id;x|stage|on\na;b|mql|2026-01-05\n',
    delimiter: '|',
    mapping: { columns: { ...LONG.columns, record_id: 'id;x' } },
    want: { facts: has('a;b') },
  },
  {
    name: 'a separator that nobody reads',
    content: cells(HEAD + OK, '^'),
    want: { refused: 'missing_column' },
  },
  {
    name: 'separators of ASCII',
    content: cells(HEAD + OK, '\x1f'),
    want: { refused: 'missing_column' },
  },
  {
    name: 'a file of commas',
    content: `${','.repeat(20)}\n${','.repeat(20)}\n`,
    want: { refused: 'missing_column' },
  },
  {
    name: 'HTML renamed',
    content: '<html><body><table><tr><td>id</td></tr></table></body></html>\n',
    want: { refused: 'missing_column' },
  },
  {
    name: 'JSON renamed',
    content: '[{"id":"a","stage":"mql","on":"2026-01-05"}]\n',
    want: { refused: 'no_row' },
  },
  {
    name: 'half of the rows under another number of columns',
    content: `${HEAD}${good('b')}c,mql\n,\nd\n${OK}`,
    want: { facts: [...has('b'), A], bad: ['3 bad_row', '4 bad_row', '5 bad_row'] },
  },
];
