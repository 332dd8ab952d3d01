import { expect, test } from 'vitest';
import { createFormat } from '#lib/view/createFormat.ts';

const place = { currency: 'CNY', timeZone: 'Asia/Shanghai' };
const [en, hans, hant] = ['en', 'zh-Hans', 'zh-Hant'].map((locale) => createFormat(locale, place));

test('large numbers use the units of the language', () => {
  expect([en, hans, hant].map((format) => format?.shortCount(1_234_567))).toEqual([
    '1.2M',
    '123.5万',
    '123.5萬',
  ]);
  expect(en?.shortCount(99_999)).toBe('99,999');
});

test('missing is a dash, never 0', () => {
  expect(en?.percent(null)).toBe('—');
  expect(en?.count(undefined)).toBe('—');
  expect(en?.interval(null)).toBe('—');
  expect(en?.days(null)).toBe('—');
  expect(en?.instant(null)).toBe('—');
});

test('the last day of a span is the last day covered', () => {
  expect(en?.span('2026-07-01', '2026-10-01')).toBe('Jul 1 – Sep 30, 2026');
  expect(en?.span('2026-07-01', '2026-07-02')).toBe('Jul 1, 2026');
  expect(en?.span('2026-07-01', '2026-07-01')).toBe('Jul 1, 2026');
});

test('a difference of rates is points with a real minus', () => {
  expect(en?.points(-0.0814)).toBe('−8.1');
  expect(en?.points(0.006)).toBe('+0.6');
});

test('an interval says its unit once', () => {
  expect(en?.interval([0.2023, 0.2391])).toBe('20.2–23.9%');
});

test('instants are told in the zone of the organization', () => {
  expect(en?.instantDay('2026-01-31T16:30:00Z')).toBe('Feb 1, 2026');
});

test('no space that server and browser disagree about', () => {
  const said = [hans, hant, en].map((format) => format?.span('2025-12-01', '2026-12-01'));
  expect(said.join('')).not.toMatch(/[\u00a0\u2009\u202f]/);
});
