import { A, good, HEAD, has, OK, type TortureCase } from './tortureCase.ts';

const note = (cell: string) => `id,stage,on,note\na,mql,2026-01-05,${cell}\n`;

/** Ends of lines, quotes and what spreadsheets put around a table. */
export const LINES: TortureCase[] = [
  {
    name: 'CR alone, with a quoted cell that holds one',
    content: `${HEAD}"a\rb",mql,2026-01-05\nc,?,2026-01-05\n`.replaceAll('\n', '\r'),
    want: { facts: has('a\rb'), bad: ['4 unknown_stage'] },
  },
  {
    name: 'CR CR LF, as a careless converter writes it',
    content: `${HEAD}${OK}b,?,2026-01-05\n`.replaceAll('\n', '\r\r\n'),
    want: { facts: [A], bad: ['5 unknown_stage'] },
  },
  {
    name: 'CR LF inside a quoted cell between lines of LF',
    content: `${HEAD}"a\r\nb",mql,2026-01-05\nc,?,2026-01-05\n`,
    want: { facts: has('a\r\nb'), bad: ['4 unknown_stage'] },
  },
  {
    name: 'line and paragraph separators of Unicode, which end no line',
    content: `${HEAD}${good('a\u2028b\u2029c\u0085d')}`,
    want: { facts: has('a\u2028b\u2029c\u0085d') },
  },
  {
    name: 'form feeds and vertical tabs',
    content: `${HEAD}${good('a\fb\vc')}\f\n`,
    want: { facts: has('a\fb\vc'), bad: ['3 bad_row'] },
  },
  {
    name: 'blank lines above the header',
    content: `\n\r\n${HEAD}${OK}\n\nb,?,2026-01-05\n`,
    want: { facts: [A], bad: ['7 unknown_stage'] },
  },
  {
    name: 'a quote as the last byte',
    content: `${HEAD}${OK}b,mql,"`,
    want: { facts: [A], bad: ['3 bad_row'] },
  },
  {
    name: 'a closing quote as the last byte',
    content: `${HEAD}a,mql,"2026-01-05"`,
    want: { facts: [A] },
  },
  {
    name: 'everything quoted, the header too',
    content: '"id","stage","on"\r\n"a","mql","2026-01-05"\r\n',
    want: { facts: [A] },
  },
  {
    name: 'doubled quotes, and quotes only',
    content: `${HEAD}"""a""",mql,2026-01-05\n"""",mql,2026-01-05\n`,
    want: { facts: has('"a"', '"') },
  },
  {
    name: 'a quote inside a cell that is not quoted',
    content: `${HEAD}5" pipe,mql,2026-01-05\n6",mql,2026-01-05\n`,
    want: { facts: has('5" pipe', '6"') },
  },
  {
    name: 'letters behind a closing quote',
    content: `${HEAD}"a"b,mql,2026-01-05\n"c" ,mql,2026-01-05\n${OK}`,
    want: { facts: [A], bad: ['2 bad_row', '3 bad_row'] },
  },
  {
    name: 'a quote escaped by a backslash',
    content: `${HEAD}"a\\"b",mql,2026-01-05\n${OK}`,
    want: { facts: [A], bad: ['2 bad_row'] },
  },
  {
    name: 'a quote that opens, and one that would close it rows later',
    content: `${HEAD}b,"mql,2026-01-05\n${OK}c,"mql",2026-01-05\n`,
    want: { facts: [A, ...has('c')], bad: ['2 bad_row'] },
  },
  {
    name: 'a quote that 18 MB of rows do not close',
    content: `id,stage,on,note\nb,mql,2026-01-05,"x\n${`a,mql,2026-01-05,${'y'.repeat(1_000_000)}\n`.repeat(18)}c,mql,2026-01-05,\n`,
    want: { accepted: 2, duplicates: 17, facts: [A, ...has('c')], bad: ['2 bad_row'] },
  },
  {
    name: 'a blank before an opening quote, which makes it a letter',
    content: `${HEAD}a, "mql",2026-01-05\n${OK}`,
    want: { facts: [A], bad: ['2 unknown_stage'] },
  },
  {
    name: 'typographic and single quotes, which quote nothing',
    content: `${HEAD}“a”,mql,2026-01-05\n'b',mql,2026-01-05\n`,
    want: { facts: has('“a”', "'b'") },
  },
  {
    name: 'delimiters and line ends in a quoted header',
    content: '"the, id","stage\nof it",on\na,mql,2026-01-05\nb,?,2026-01-05\n',
    mapping: { columns: { record_id: 'the, id', stage: 'stage\nof it', occurred_at: 'on' } },
    want: { facts: [A], bad: ['4 unknown_stage'] },
  },
  {
    name: 'a header whose quote never closes',
    content: `"id,stage,on\n${OK}`,
    want: { refused: 'broken_header' },
  },
  {
    name: 'empty quoted cells',
    content: `${HEAD}"",mql,2026-01-05\n${OK}`,
    want: { facts: [A], bad: ['2 missing_field'] },
  },
  {
    name: 'a cell of 300,000 letters that nobody needs',
    content: note('x'.repeat(300_000)),
    want: { facts: [A] },
  },
  {
    name: 'a quoted cell of 2 MB that nobody needs',
    content: note(`"${'x,\n'.repeat(700_000)}"`),
    want: { facts: [A] },
  },
  {
    name: 'a line of 2 MB',
    content: `${note('x'.repeat(2_000_000))}b,?,2026-01-05,\n`,
    want: { bad: ['2 bad_row', '3 unknown_stage'] },
  },
  {
    name: 'a line for Excel that names the separator',
    content: 'sep=;\nid;stage;on\na;mql;2026-01-05\nb;?;2026-01-05\n',
    want: { facts: [A], bad: ['4 unknown_stage'] },
  },
  {
    name: 'the same between quotes of another program',
    content: '"sep=\t"\r\nid\tstage\ton\r\na\tmql\t2026-01-05\r\n',
    want: { facts: [A] },
  },
];
