import type { TortureCase } from './tortureCase.ts';

/** Local times around a change of clocks, and the instants that they are. */
function zone(
  timeZone: string,
  written: [local: string, instant: string][],
  warnings: { skipped_time?: number; repeated_time?: number },
): TortureCase {
  return {
    name: `clocks that change in ${timeZone}: ${written[0]?.[0]}`,
    content: `id,stage,on\n${written.map(([local], at) => `${at},mql,${local}`).join('\n')}\n`,
    timeZone,
    want: {
      facts: written.map(([, instant], at) => ({
        record_id: `${at}`,
        occurred_at: new Date(instant).toISOString(),
      })),
      warnings,
    },
  };
}

export const ZONES: TortureCase[] = [
  zone(
    'America/New_York',
    [
      ['2026-03-08 01:59', '2026-03-08T06:59Z'],
      ['2026-03-08 02:30', '2026-03-08T07:30Z'],
      ['2026-03-08 03:00', '2026-03-08T07:00Z'],
      ['2025-11-02 01:30', '2025-11-02T05:30Z'],
      ['2025-11-02 02:00', '2025-11-02T07:00Z'],
      ['2026-03-08T02:30:00-05:00', '2026-03-08T07:30Z'],
      ['2026-03-08', '2026-03-08T05:00Z'],
    ],
    { skipped_time: 1, repeated_time: 1 },
  ),
  zone(
    'Europe/Berlin',
    [
      ['2026-03-29 02:00', '2026-03-29T01:00Z'],
      ['29.03.2026 02:59:59', '2026-03-29T01:59:59Z'],
      ['2025-10-26 02:30', '2025-10-26T00:30Z'],
      ['2025-10-26 03:00', '2025-10-26T02:00Z'],
    ],
    { skipped_time: 2, repeated_time: 1 },
  ),
  zone(
    'Australia/Lord_Howe',
    [
      ['2025-10-05 02:15', '2025-10-04T15:45Z'],
      ['2025-10-05 02:30', '2025-10-04T15:30Z'],
      ['2026-04-05 01:45', '2026-04-04T14:45Z'],
      ['2026-04-05 02:00', '2026-04-04T15:30Z'],
    ],
    { skipped_time: 1, repeated_time: 1 },
  ),
  zone(
    'America/Sao_Paulo',
    [
      ['2018-11-04', '2018-11-04T03:00Z'],
      ['2018-11-04 00:30', '2018-11-04T03:30Z'],
      ['2018-11-04 01:00', '2018-11-04T03:00Z'],
      ['2019-02-16 23:30', '2019-02-17T01:30Z'],
      ['2019-11-03 00:30', '2019-11-03T03:30Z'],
    ],
    { skipped_time: 1, repeated_time: 1 },
  ),
  {
    name: 'clocks that changed in Asia/Shanghai before there are events',
    content:
      'id,stage,on\n1,mql,1991-04-14 02:30\n2,mql,1991-09-15 01:30\n3,mql,2001-04-14 02:30\n',
    timeZone: 'Asia/Shanghai',
    want: {
      facts: [{ record_id: '3', occurred_at: '2001-04-13T18:30:00.000Z' }],
      bad: ['2 too_old', '3 too_old'],
    },
  },
  zone(
    'Asia/Tehran',
    [
      ['2022-03-22', '2022-03-21T20:30Z'],
      ['2022-03-22 00:30', '2022-03-21T21:00Z'],
      ['2022-09-21 23:30', '2022-09-21T19:00Z'],
    ],
    { skipped_time: 1, repeated_time: 1 },
  ),
  zone(
    'Africa/Casablanca',
    [
      ['2025-02-23 02:30', '2025-02-23T01:30Z'],
      ['2025-04-06 02:30', '2025-04-06T02:30Z'],
    ],
    { skipped_time: 1, repeated_time: 1 },
  ),
  zone(
    'Pacific/Apia',
    [
      ['2011-12-30', '2011-12-30T10:00Z'],
      ['2011-12-30 12:00', '2011-12-30T22:00Z'],
      ['2011-12-31 12:00', '2011-12-30T22:00Z'],
    ],
    { skipped_time: 1 },
  ),
  zone('Asia/Kathmandu', [['2026-03-08 02:30', '2026-03-07T20:45Z']], {}),
];
