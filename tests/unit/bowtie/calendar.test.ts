import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { asOfInstant } from '#lib/bowtie/asOfInstant.ts';
import { comparisonRange } from '#lib/bowtie/comparisonRange.ts';
import { addDays, daysBetween, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { localInstant, parseMoment } from '#lib/bowtie/parseMoment.ts';
import { type Grain, periodsOf } from '#lib/bowtie/periods.ts';

const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({
  min: Date.parse('2009-01-01T00:00:00Z'),
  max: Date.parse('2028-01-01T00:00:00Z'),
});
const day = instant.map((at) => new Date(at).toISOString().slice(0, 10));

test('the local day of an instant is that of Temporal', () => {
  fc.assert(
    fc.property(instant, zone, (at, where) => {
      const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(where);
      expect(localDayOf(at, where)).toBe(there.toPlainDate().toString());
    }),
    { numRuns: 500 },
  );
});

test('a local time is that of Temporal "compatible"', () => {
  fc.assert(
    fc.property(instant, zone, (at, where) => {
      const text = new Date(at).toISOString().slice(0, 23);
      const plain = Temporal.PlainDateTime.from(text).toZonedDateTime(where);
      expect(parseMoment(text, where)).toBe(plain.epochMilliseconds);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['2026-03-29T02:30:00', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25T02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ['2026-01-05T09:00:00Z', 'Asia/Shanghai', '2026-01-05T09:00:00.000Z'],
  ['2026-01-05T09:00:00.1239+0530', 'UTC', '2026-01-05T03:30:00.123Z'],
  ['2026-01-05 09:00 -08', 'UTC', '2026-01-05T17:00:00.000Z'],
])('%s in %s is %s', (text, where, expected) => {
  expect(new Date(parseMoment(text, where) ?? Number.NaN).toISOString()).toBe(expected);
});

test.each([
  '2026-02-30',
  '2026-13-01',
  '2026-1-5',
  '2026-01-05T24:00:00Z',
  '2026-01-05T10:60Z',
  '2026-01-05T10:00+25:00',
  '2026-01-05T10',
  '05/01/2026',
  '',
])('"%s" is not a time', (text) => {
  expect(parseMoment(text, 'UTC')).toBeNull();
});

test('as_of as a date is the last millisecond of that local day', () => {
  fc.assert(
    fc.property(day, zone, (date, where) => {
      const last = asOfInstant(date, where, 0) ?? 0;
      expect(last + 1).toBe(startOfLocalDay(addDays(date, 1), where));
      const first = localInstant(date, null, where) ?? 0;
      if (last > first) expect(localDayOf(last, where)).toBe(date);
    }),
  );
});

describe('periods', () => {
  const rules = fc.record({
    weekStart: fc.constantFrom('mon' as const, 'sat' as const, 'sun' as const),
    fiscalStartMonth: fc.integer({ min: 1, max: 12 }),
  });
  const grain = fc.constantFrom<Grain>('day', 'week', 'month', 'quarter');

  test('touch and cover the range', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 500 }), grain, rules, (from, days, g, r) => {
        const to = addDays(from, days);
        const periods = periodsOf({ from, to }, g, r);
        expect(periods[0]?.from).toBe(from);
        expect(periods.at(-1)?.to).toBe(to);
        expect(periods.slice(1).map((one) => one.from)).toEqual(
          periods.slice(0, -1).map((one) => one.to),
        );
        for (const one of periods) expect(daysBetween(one.from, one.to)).toBeGreaterThan(0);
      }),
    );
  });

  test('weeks begin on the week start, quarters with the fiscal year', () => {
    const from = { from: '2026-01-01', to: '2026-02-20' };
    const weeks = periodsOf(from, 'week', { weekStart: 'sun', fiscalStartMonth: 1 });
    expect(weeks.slice(0, 2)).toEqual([
      { from: '2026-01-01', to: '2026-01-04' },
      { from: '2026-01-04', to: '2026-01-11' },
    ]);
    const quarters = periodsOf(from, 'quarter', { weekStart: 'mon', fiscalStartMonth: 2 });
    expect(quarters).toEqual([
      { from: '2026-01-01', to: '2026-02-01' },
      { from: '2026-02-01', to: '2026-02-20' },
    ]);
  });
});

test('an empty range is compared with an empty one', () => {
  const empty = { from: '2026-03-05', to: '2026-03-05' };
  expect(comparisonRange(empty, 'previous')).toEqual(empty);
  const first = { from: '2026-03-01', to: '2026-03-01' };
  expect(comparisonRange(first, 'previous')).toEqual(first);
});
