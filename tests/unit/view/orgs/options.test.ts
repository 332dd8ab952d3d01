import { expect, test } from 'vitest';
import { monthOptions, weekDayOptions } from '#lib/view/orgs/calendarOptions.ts';
import { currencyOptions } from '#lib/view/orgs/currencyOptions.ts';
import { zoneOptions } from '#lib/view/orgs/zoneOptions.ts';

const at = new Date('2026-07-01T00:00:00Z');

test('zones carry their offset of that day and a name in the language', () => {
  const zones = zoneOptions('en', at, 'UTC');
  const berlin = zones.find((zone) => zone.value === 'Europe/Berlin');
  expect(berlin?.hint).toMatch(/^UTC\+02:00 · Central European/);
  expect(zones.find((zone) => zone.value === 'America/New_York')?.label).toBe('America/New York');
  const shanghai = zoneOptions('zh-Hans', at, 'UTC').find((one) => one.value === 'Asia/Shanghai');
  expect(shanghai?.hint).toContain('中国');
});

test('a zone that the list does not know is still offered', () => {
  expect(zoneOptions('en', at, 'Etc/GMT+5').some((zone) => zone.value === 'Etc/GMT+5')).toBe(true);
});

test('every currency once, the frequent ones first', () => {
  const codes = currencyOptions('en').map((one) => one.value);
  expect(codes.slice(0, 3)).toEqual(['USD', 'EUR', 'CNY']);
  expect(new Set(codes).size).toBe(codes.length);
  expect(currencyOptions('zh-Hans')[2]?.hint).toBe('人民币');
});

test('weeks begin on Monday, years in January', () => {
  expect(weekDayOptions('en')[0]).toEqual({ value: 'mon', label: 'Monday' });
  expect(monthOptions('en')[0]).toEqual({ value: '1', label: 'January' });
  expect(monthOptions('zh-Hant')[11]?.label).toBe('12月');
});
