import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PERIODS, resolvePeriod } from '#lib/view/periods.ts';

const calendar = {
  today: '2026-11-23',
  dataFrom: '2024-11-05',
  dataThrough: '2026-10-31',
  fiscalStartMonth: 2,
};

test.each([
  ['last12', '2025-11-01', '2026-11-01'],
  ['thisMonth', '2026-11-01', '2026-12-01'],
  ['lastMonth', '2026-10-01', '2026-11-01'],
  ['thisQuarter', '2026-11-01', '2027-02-01'],
  ['lastQuarter', '2026-08-01', '2026-11-01'],
  ['thisYear', '2026-02-01', '2027-02-01'],
  ['lastYear', '2025-02-01', '2026-02-01'],
  ['all', '2024-11-01', '2026-11-01'],
] as const)('%s is [%s, %s)', (period, from, to) => {
  expect(resolvePeriod(period, calendar, null)).toEqual({ from, to });
});

test('custom days are taken as they are; without them the default holds', () => {
  const custom = { from: '2026-03-03', to: '2026-04-04' };
  expect(resolvePeriod('custom', calendar, custom)).toEqual(custom);
  expect(resolvePeriod('custom', calendar, null).from).toBe('2025-11-01');
});

test('fiscal blocks hold today, whatever the start month', () => {
  const day = fc
    .date({ min: new Date('2001-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 12 }), (today, fiscalStartMonth) => {
      const now = { ...calendar, today, fiscalStartMonth };
      for (const period of ['thisMonth', 'thisQuarter', 'thisYear'] as const) {
        const { from, to } = resolvePeriod(period, now, null);
        expect(from <= today && today < to).toBe(true);
      }
      for (const period of PERIODS) {
        const { from, to } = resolvePeriod(period, now, null);
        expect(from < to).toBe(true);
      }
    }),
  );
});
