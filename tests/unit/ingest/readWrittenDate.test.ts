import { describe, expect, it } from 'vitest';
import { addEvidence, noEvidence, orderOf } from '#lib/ingest/dates/dateEvidence.ts';
import { type DayOrder, readWrittenDate } from '#lib/ingest/dates/readWrittenDate.ts';
import { dayText, toInstant } from '#lib/ingest/wallTime.ts';

function iso(text: string, order: DayOrder = null, zone = 'UTC'): string | null {
  const wall = readWrittenDate(text, order);
  return wall && new Date(toInstant(wall, zone)).toISOString();
}

const DAY = '2026-02-05T00:00:00.000Z';

describe('readWrittenDate', () => {
  const same = [
    ...['2026-02-05', '2026-2-5', '2026/02/05', '2026.2.5', '20260205', '2026年2月5日'],
    ...['2026-02-05T00:00:00Z', '2026-02-05 00:00', '2026/2/5 0:00', '2026-02-05T08:00:00+08:00'],
    ...['5 Feb 2026', '05-Feb-2026', '5-Feb-26', 'Feb 5, 2026', 'February 5 2026', 'Feb 5th, 2026'],
    ...['2/5/2026', '02/05/26', '2/5/2026 12:00 AM', '2/5/2026, 12:00:00 am', '46058', '46058.0'],
    ...['1770249600', '1770249600000', '2026-02-05 00:00:00 UTC', '20260205T000000Z'],
    ...[
      '2026-02-05 00:00:00.000',
      '  2026-02-05  ',
      '２０２６／０２／０５',
      '2026年2月5日 上午12:00',
    ],
    ...['Thu, 05 Feb 2026 00:00:00 GMT', 'Thu Feb 05 2026 00:00:00 GMT+0000 (UTC)'],
  ];
  for (const text of same) {
    it(`reads ${text}`, () => expect(iso(text, 'mdy')).toBe(DAY));
  }
  it('reads day first when told or when it cannot be else', () => {
    expect(iso('5/2/2026', 'dmy')).toBe(DAY);
    expect(iso('05.02.2026', 'dmy')).toBe(DAY);
    expect(iso('25/12/2026')).toBe('2026-12-25T00:00:00.000Z');
    expect(iso('12/25/2026')).toBe('2026-12-25T00:00:00.000Z');
    expect(iso('3/3/2026')).toBe('2026-03-03T00:00:00.000Z');
    expect(iso('3/4/2026')).toBeNull();
  });
  it('keeps the time of a spreadsheet to the second', () => {
    expect(iso('46058.75')).toBe('2026-02-05T18:00:00.000Z');
    expect(iso('46058.3961805556')).toBe('2026-02-05T09:30:30.000Z');
  });
  it('takes the year first only when told so', () => {
    expect(iso('2026/2/5', 'iso')).toBe(DAY);
    expect(iso('5 Feb 2026', 'iso')).toBeNull();
    expect(iso('25/12/2026', 'iso')).toBeNull();
    expect(iso('46058', 'iso')).toBeNull();
  });
  const none = [
    ...['', 'soon', '2026-02-30', '2026-13-01', '0000-01-01', '2026-02-05T24:00', '30/02/2026'],
    ...['2026-02-05T10:61', '31 Apr 2026', '5 Foo 2026', '2026', '1e5', '2026-02-05T10:00+99:00'],
    ...['13/13/2026', '2/5/2026 13:00 PM', '20261301', '-1', '2026²-02-05'],
  ];
  for (const text of none) {
    it(`refuses "${text}"`, () => expect(iso(text, 'dmy')).toBeNull());
  }

  const zones: [string, string, string][] = [
    ['2026-03-08 02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01 01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-04 02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2026-02-05', 'Asia/Kathmandu', '2026-02-04T18:15:00.000Z'],
  ];
  for (const [text, zone, expected] of zones) {
    it(`reads ${text} in ${zone}`, () => expect(iso(text, null, zone)).toBe(expected));
  }
  it('reads a leap second as the last second of its minute', () => {
    expect(iso('2016-12-31T23:59:60Z')).toBe('2016-12-31T23:59:59.000Z');
  });
  it('names the day as written', () => {
    const wall = readWrittenDate('5.2.0987', 'dmy');
    expect(wall && dayText(wall)).toBe('0987-02-05');
  });
});

describe('the order of day and month', () => {
  const orderFor = (values: string[], zone = 'Europe/Berlin') => {
    const evidence = noEvidence();
    for (const value of values) addEvidence(evidence, value);
    return orderOf(evidence, zone);
  };
  it('is what the file shows', () => {
    expect(orderFor(['1/2/2026', '13/2/2026'])).toBe('dmy');
    expect(orderFor(['1/2/2026', '2/13/2026'])).toBe('mdy');
    expect(orderFor(['13/2/2026', '2/13/2026'])).toBeNull();
  });
  it('is guessed by the zone when the file shows nothing', () => {
    expect(orderFor(['1/2/2026'])).toBe('dmy');
    expect(orderFor(['1/2/2026'], 'America/Chicago')).toBe('mdy');
    expect(orderFor(['1.2.2026'], 'America/Chicago')).toBe('dmy');
  });
});
