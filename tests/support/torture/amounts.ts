import { LONG } from '#tests/support/importFile.ts';
import type { TortureCase } from './tortureCase.ts';

const mapping = {
  columns: { ...LONG.columns, amount: 'amount', currency: 'cur' },
};

/** A file of one amount per row: what each becomes, `null` for none, a code where it is refused. */
function amounts(
  name: string,
  written: [amount: string, becomes: string | null][],
  more: Partial<TortureCase['want']> & { decimal?: '.' | ',' } = {},
): TortureCase {
  const { decimal, ...want } = more;
  const rows = written.map(([text], at) => `${at}\tmql\t2026-01-05\t${text}\tEUR`);
  const codes = written.map(([, becomes]) => (becomes?.startsWith('invalid') ? becomes : null));
  return {
    name,
    content: `id\tstage\ton\tamount\tcur\n${rows.join('\n')}\n`,
    mapping: { ...mapping, ...(decimal ? { decimal } : {}) },
    want: {
      facts: written
        .map(([, amount], at) => ({ record_id: `${at}`, amount }))
        .filter((_, at) => codes[at] === null),
      bad: codes.flatMap((code, at) => (code === null ? [] : [`${at + 2} ${code}`])),
      ...want,
    },
  };
}

const BAD = 'invalid_amount';

export const AMOUNTS: TortureCase[] = [
  amounts('thousands as people part them', [
    ['1,234,567.89', '1234567.89'],
    ['1 234 567.89', '1234567.89'],
    ['1\u00a0234\u00a0567.89', '1234567.89'],
    ['1\u202f234.5', '1234.5'],
    ['1\u2009234.5', '1234.5'],
    ["1'234'567.89", '1234567.89'],
    ['1’234.5', '1234.5'],
    ['12,34,567.00', '1234567'],
    ['1,00,00,000', '10000000'],
    ['0.10', '0.1'],
  ]),
  amounts('thousands that are none', [
    ['1,2345.5', BAD],
    ['1,23,4', BAD],
    ['12,34', BAD],
    [',123', BAD],
    ['1,,234', BAD],
    ['12 34', BAD],
    ['1 2 3', BAD],
    ["1'23", BAD],
    ['1, 234.5', BAD],
    ['1,234 567', BAD],
    ['1.5', '1.5'],
  ]),
  amounts('signs of currencies', [
    ['$1,234.50', '1234.5'],
    ['€ 12.5', '12.5'],
    ['£3', '3'],
    ['¥12,000', '12000'],
    ['￥12,000.5', '12000.5'],
    ['12.5 €', '12.5'],
    ['₹1,00,000', '100000'],
    ['₺5', '5'],
    ['₿0.00000001', '0.00000001'],
    ['-$5', '-5'],
    ['$-5', '-5'],
    ['($5.50)', '-5.5'],
    ['12元', '12'],
    ['USD 5', BAD],
    ['5 Kč', BAD],
    ['$', BAD],
    ['$5$', BAD],
    ['5$5', BAD],
  ]),
  amounts('negative amounts', [
    ['-5', '-5'],
    ['−5.5', '-5.5'],
    ['－５', '-5'],
    ['(1,234.50)', '-1234.5'],
    ['5-', '-5'],
    ['1,234.50-', '-1234.5'],
    ['-0.00', '0'],
    ['--5', BAD],
    ['(-5)', BAD],
    ['-5-', BAD],
    ['((5))', BAD],
    ['(5', BAD],
    ['+5', '5'],
    ['+-5', BAD],
    ['-', BAD],
  ]),
  amounts('what a spreadsheet makes of numbers', [
    ['1E5', BAD],
    ['1.5E+05', BAD],
    ['#REF!', BAD],
    ['#########', BAD],
    ['#N/A', BAD],
    ['=1+1', BAD],
    ['=SUM(A1:A9)', BAD],
    ['12%', BAD],
    ['1/2', BAD],
    ['½', BAD],
    ['0x1F', BAD],
    ['Infinity', BAD],
    ['NaN', null],
    ['', null],
    ['TRUE', BAD],
    ['12万', BAD],
    ['007', '7'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1.2.3', BAD],
    ['5 USD', BAD],
  ]),
  amounts('long amounts', [
    ['9'.repeat(30), '9'.repeat(30)],
    [`${'9'.repeat(30)}.${'9'.repeat(15)}`, `${'9'.repeat(30)}.${'9'.repeat(15)}`],
    [`-${'1'.repeat(30)}`, `-${'1'.repeat(30)}`],
    ['9'.repeat(31), BAD],
    [`1.${'1'.repeat(16)}`, BAD],
    ['9'.repeat(5000), BAD],
    [`${'0'.repeat(29)}1`, '1'],
  ]),
  amounts('digits of other widths and scripts', [
    ['１２３４', '1234'],
    ['１，２３４．５０', '1234.5'],
    ['￥１２，０００', '12000'],
    ['٣٤', BAD],
    ['一千', BAD],
    ['1\u200b2', BAD],
    ['\u200e12', BAD],
  ]),
  amounts(
    'a decimal comma, as most of the file shows',
    [
      ['1.234,50', '1234.5'],
      ['1.234.567,5', '1234567.5'],
      ['0,5', '0.5'],
      ['1 234,5', '1234.5'],
      ['1.000', '1000'],
      ['12,5 €', '12.5'],
      ['1,234.50', BAD],
      ['1.23', BAD],
    ],
    { warnings: { guessed_decimal: 1 } },
  ),
  amounts(
    'a decimal comma that the mapping says',
    [
      ['1.234', '1234'],
      ['1,5', '1.5'],
    ],
    {
      decimal: ',',
    },
  ),
  amounts(
    'three digits behind the only point',
    [
      ['1.234', '1.234'],
      ['5', '5'],
    ],
    {
      warnings: { guessed_decimal: 1 },
    },
  ),
  {
    name: 'amounts without a currency, of which some are held back',
    content:
      'id,stage,on,amount\n1,mql,2026-01-05,5\n2,mql,2026-01-05,x\n3,mql,2026-01-05,\n4,?,2026-01-05,7\n5,mql,2026-01-05,6\n',
    mapping: { columns: { ...LONG.columns, amount: 'amount' } },
    want: {
      facts: [
        { record_id: '1', amount: '5', currency: 'USD' },
        { record_id: '3', amount: null, currency: null },
        { record_id: '5', amount: '6', currency: 'USD' },
      ],
      bad: ['3 invalid_amount', '5 unknown_stage'],
      warnings: { assumed_currency: 2 },
    },
  },
  {
    name: 'currencies of all kinds',
    content: `id,stage,on,amount,cur\n${['usd', ' EUR ', 'Jpy', 'BTC', 'XXX', '€', 'EURO', 'US', ''].map((code, at) => `${at},mql,2026-01-05,5,${code}`).join('\n')}\n`,
    mapping,
    want: {
      facts: [
        { record_id: '0', currency: 'USD' },
        { record_id: '1', currency: 'EUR' },
        { record_id: '2', currency: 'JPY' },
        { record_id: '8', currency: 'USD' },
      ],
      bad: [5, 6, 7, 8, 9].map((line) => `${line} invalid_currency`),
      warnings: { assumed_currency: 1 },
    },
  },
];
