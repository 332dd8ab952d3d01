import { LONG } from '#tests/support/importFile.ts';
import { good, HEAD, has, type TortureCase } from './tortureCase.ts';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Ids that must come back byte for byte. */
function ids(name: string, list: string[], want: Partial<TortureCase['want']> = {}): TortureCase {
  const content = HEAD + list.map((id) => good(quoted(id))).join('');
  return { name, content, want: { facts: has(...list), ...want } };
}

const stage = (
  name: string,
  written: string,
  stages: Record<string, string | null>,
): TortureCase => ({
  name,
  content: `${HEAD}a,${written},2026-01-05\n`,
  mapping: { ...LONG, stages },
  want: { facts: [{ record_id: 'a', stage: 'won' }] },
});

export const TEXTS: TortureCase[] = [
  ids('ids that a spreadsheet would ruin', [
    '00123',
    '123',
    '1E5',
    '1e5',
    '12-03',
    '0x10',
    '1.10',
    '1.1',
    '+49 30',
    'TRUE',
    'MARCH1',
    '12345678901234567890',
  ]),
  ids('ids that a program would ruin', [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'undefined',
    'null',
    'nil',
    'none',
    'None',
    'N/A',
    'false',
    '0',
    '-0',
    '[object Object]',
  ]),
  ids('ids that are nearly the same', ['a', 'A', 'a ', ' a', 'a\t', 'ａ', 'а']),
  ids('one word in two forms of Unicode', [
    'caf\u00e9',
    'cafe\u0301',
    'ﬁ',
    'fi',
    '\u212b',
    '\u00c5',
  ]),
  ids('emoji, flags and joined ones', ['😀', '👩‍👩‍👧‍👦', '🏳️‍🌈', '🇨🇳', '❤️', '❤']),
  ids('right to left, marks of direction, and what has no width', [
    'שלום',
    'مرحبا',
    '\u202eabc',
    '\u2066x\u2069',
    'a\u200bb',
    'a\u200db',
    '\ufeffa',
    'a\u00adb',
    '\u2060',
  ]),
  ids('signs that control terminals', ['a\x01b', 'a\x1b[31mb', '\x7f', 'a\bb', '\x1a']),
  ids('formulas', [
    '=1+1',
    '+1',
    '-1',
    '@sum',
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
    '\t=1',
    '＝１',
  ]),
  ids('code', [
    "'; drop table org; --",
    '<script>alert(1)</script>',
    '{{7*7}}',
    '$\u007b7*7}',
    '%s%n',
    '../../etc/passwd',
    'a\\',
    '\\N\\',
    '$1',
    'a%00b',
  ]),
  ids('ids as long as the id of their event may be', ['x'.repeat(485), '字'.repeat(485)]),
  {
    name: 'an id of 501 letters',
    content: `${HEAD}${good('x'.repeat(501))}${good('y')}`,
    want: { facts: has('y'), bad: ['2 bad_row'] },
  },
  {
    name: 'NUL where it matters and where it does not',
    content:
      'id,stage,on,note\na\0,mql,2026-01-05,\nb,mql\0,2026-01-05,\nc,mql,2026-01-05\0,\nd,mql,2026-01-05,\0\n',
    want: { facts: has('d'), bad: ['2 bad_row', '3 bad_row', '4 bad_row'] },
  },
  {
    name: 'words that count as empty, and words that do not',
    content: `${HEAD}${['NULL', 'NaN', '\\N', 'Select', ' NULL ', 'null', 'nan', '\\n', 'select', '-'].map(good).join('')}`,
    want: {
      facts: has('null', 'nan', '\\n', 'select', '-'),
      bad: [2, 3, 4, 5, 6].map((line) => `${line} missing_field`),
    },
  },
  {
    name: 'dimensions of blanks, of `unknown` and of formulas',
    content: 'id,stage,on,s,o\na,mql,2026-01-05, ,unknown\nb,mql,2026-01-05,=1+1,Unknown\n',
    mapping: { columns: { ...LONG.columns, segment: 's', owner: 'o' } },
    want: {
      facts: [
        { record_id: 'a', segment: null, owner: null },
        { record_id: 'b', segment: '=1+1', owner: 'Unknown' },
      ],
    },
  },
  stage('a stage with an emoji', '🏆 Won!', { '🏆 Won!': 'won' }),
  stage('a stage named like part of an object', 'constructor', { constructor: 'won' }),
  stage('a stage with blanks around', '  Closed Won  ', { 'Closed Won': 'won' }),
  stage('a stage with no width', 'Closed\u200bWon', { 'Closed\u200bWon': 'won' }),
  {
    name: 'stages that are nearly known',
    content: `${HEAD}a,MQL,2026-01-05\nb,mql.,2026-01-05\nc,__proto__,2026-01-05\nd,toString,2026-01-05\ne,ｍｑｌ,2026-01-05\nf, mql ,2026-01-05\n`,
    want: {
      facts: has('f'),
      bad: [2, 3, 4, 5, 6].map((line) => `${line} unknown_stage`),
    },
  },
  {
    name: 'one deal in two forms of Unicode, twice',
    content: `${HEAD}${good('caf\u00e9')}${good('cafe\u0301')}${good('caf\u00e9')}`,
    want: { facts: has('caf\u00e9', 'cafe\u0301'), duplicates: 1 },
  },
];
