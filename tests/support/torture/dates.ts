import type { TortureCase } from './tortureCase.ts';

/** A file of one date per row: the instant that each becomes, or the code of its refusal. */
function dates(
  name: string,
  written: [date: string, becomes: string][],
  more: Partial<TortureCase> & { warnings?: Record<string, number> } = {},
): TortureCase {
  const { warnings = {}, ...rest } = more;
  const rows = written.map(([text], at) => `${at}\tmql\t${text}`);
  const isCode = (becomes: string) => /^[a-z]/.test(becomes);
  return {
    name,
    content: `id\tstage\ton\n${rows.join('\n')}\n`,
    ...rest,
    want: {
      facts: written.flatMap(([, becomes], at) =>
        isCode(becomes) ? [] : [{ record_id: `${at}`, occurred_at: instant(becomes) }],
      ),
      bad: written.flatMap(([, becomes], at) => (isCode(becomes) ? [`${at + 2} ${becomes}`] : [])),
      warnings,
    },
  };
}

/** `2026-01-05` and `2026-01-05 09:30` in full. */
function instant(text: string): string {
  const [day, clock = '00:00'] = text.split(' ');
  return new Date(`${day}T${clock}Z`).toISOString();
}

const BAD = 'invalid_date';

export const DATES: TortureCase[] = [
  dates('dates as programs write them', [
    ['2026-01-05T09:30:00Z', '2026-01-05 09:30'],
    ['2026-01-05T09:30:00.123456789Z', '2026-01-05 09:30:00.123'],
    ['2026-01-05T09:30:00.000+0000', '2026-01-05 09:30'],
    ['2026-01-05 09:30:00+08', '2026-01-05 01:30'],
    ['2026-01-05 09:30:00 UTC', '2026-01-05 09:30'],
    ['20260105', '2026-01-05'],
    ['20260105T093000Z', '2026-01-05 09:30'],
    ['1767605400', '2026-01-05 09:30'],
    ['1767605400000', '2026-01-05 09:30'],
    ['1767605400000000', BAD],
    ['Mon, 05 Jan 2026 09:30:00 GMT', '2026-01-05 09:30'],
    ['Mon Jan 05 2026 09:30:00 GMT+0000', '2026-01-05 09:30'],
    ['2026-01-05T09:30:00[Europe/Berlin]', BAD],
    ['2026-01-05T09:30:00 PST', BAD],
    ['2026-W02-1', BAD],
    ['2026-005', BAD],
    ['-1', BAD],
    ['0', BAD],
  ]),
  dates('dates as people write them', [
    ['5 January 2026', '2026-01-05'],
    ['January 5, 2026', '2026-01-05'],
    ['Jan. 5th, 2026', '2026-01-05'],
    ['5-Jan-26', '2026-01-05'],
    ['05.01.2026 9:30', '2026-01-05 09:30'],
    ['25.01.2026', '2026-01-25'],
    ['2026/1/5 9:30 PM', '2026-01-05 21:30'],
    ['2026/1/5 12:00 AM', '2026-01-05'],
    ['2026/1/5 12:00 pm', '2026-01-05 12:00'],
    ['2026/1/5 13:00 PM', BAD],
    ['2026年1月5日', '2026-01-05'],
    ['2026年1月5日 9:30', '2026-01-05 09:30'],
    ['2026/1/5 下午3:05', '2026-01-05 15:05'],
    ['2026-1-5 上午12:10', '2026-01-05 00:10'],
    ['２０２６-０１-０５', '2026-01-05'],
    ['２０２６／１／５', '2026-01-05'],
    ['5 Smarch 2026', BAD],
    ['yesterday', BAD],
    ['Q1 2026', BAD],
    ['2026-01', BAD],
    ['2026', BAD],
    ['115/01/05', BAD],
  ]),
  dates('days and hours that no calendar has', [
    ['2026-02-29', BAD],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2026-04-31', BAD],
    ['2026-13-01', BAD],
    ['2026-00-10', BAD],
    ['2026-01-00', BAD],
    ['2026-01-05 24:00', BAD],
    ['2026-01-05 25:00', BAD],
    ['2026-01-05 23:60', BAD],
    ['2016-12-31T23:59:60Z', '2016-12-31 23:59:59'],
    ['2026-01-05T09:30:00+19:00', BAD],
    ['02026-01-05', BAD],
    ['12026-01-05', BAD],
    ['0000-01-05', BAD],
    ['1999-12-31T23:59:59Z', 'too_old'],
    ['2000-01-01T00:00:00Z', '2000-01-01'],
    ['0001-01-01', 'too_old'],
    ['9999-12-31', 'future_date'],
    ['2026-06-01T00:10:00Z', '2026-06-01 00:10'],
    ['2026-06-01T00:10:00.001Z', 'future_date'],
  ]),
  dates('years of two digits', [
    ['25/12/25', '2025-12-25'],
    ['05/01/26', '2026-01-05'],
    ['31/12/99', 'too_old'],
    ['31/12/00', '2000-12-31'],
    ['01/02/70', 'too_old'],
    ['01/02/69', 'future_date'],
    ['5-Jan-69', 'future_date'],
  ]),
  dates(
    'both orders of day and month in one file',
    [
      ['25/01/2026', '2026-01-25'],
      ['01/25/2026', '2026-01-25'],
      ['03/04/2026', BAD],
      ['04/04/2026', '2026-04-04'],
      ['2026-03-04', '2026-03-04'],
      ['4 Mar 2026', '2026-03-04'],
    ],
    { warnings: { guessed_day_order: 1 } },
  ),
  dates(
    'an order that the mapping says, and one day against it',
    [
      ['03/04/2026', '2026-03-04'],
      ['13/04/2026', BAD],
    ],
    {
      mapping: {
        columns: { record_id: 'id', stage: 'stage', occurred_at: 'on' },
        date_format: 'mdy',
      },
    },
  ),
  dates(
    'the year first, as the mapping says',
    [
      ['2026-03-04', '2026-03-04'],
      ['2026/3/4', '2026-03-04'],
      ['03/04/2026', BAD],
      ['46027', BAD],
    ],
    {
      mapping: {
        columns: { record_id: 'id', stage: 'stage', occurred_at: 'on' },
        date_format: 'iso',
      },
    },
  ),
  dates('an order that only the zone tells', [['03/04/2026', '2026-03-04 05:00']], {
    timeZone: 'America/New_York',
    warnings: { guessed_day_order: 1 },
  }),
  dates(
    'serials of spreadsheets, from 1900 as nearly all count',
    [
      ['46027', '2026-01-05'],
      ['46027.5', '2026-01-05 12:00'],
      ['46027.3958333333', '2026-01-05 09:30'],
      ['46027,5', BAD],
      ['36526', '2000-01-01'],
      ['36525', 'too_old'],
      ['60', BAD],
      ['99999', 'future_date'],
    ],
    { warnings: { serial_dates: 6 } },
  ),
  dates('serials from 1904, which look like four years earlier', [['44565', '2022-01-04']], {
    warnings: { serial_dates: 1 },
  }),
];
