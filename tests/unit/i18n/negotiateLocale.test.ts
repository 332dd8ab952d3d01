import { expect, test } from 'vitest';
import { negotiateLocale } from '#lib/i18n/negotiateLocale.ts';

test.each([
  [undefined, 'zh-TW,zh;q=0.9,en;q=0.8', 'zh-Hant'],
  [undefined, 'zh-HK', 'zh-Hant'],
  [undefined, 'zh-Hant-CN', 'zh-Hant'],
  [undefined, 'zh-Hans-TW', 'zh-Hans'],
  [undefined, 'zh-CN,zh;q=0.9', 'zh-Hans'],
  [undefined, 'zh', 'zh-Hans'],
  [undefined, 'de-DE,de;q=0.9,zh-Hant;q=0.5,en;q=0.4', 'zh-Hant'],
  [undefined, 'en-GB;q=0.4,zh-SG;q=0.7', 'zh-Hans'],
  [undefined, 'fr;q=1, en;q=0', 'en'],
  [undefined, '*', 'en'],
  [undefined, null, 'en'],
  ['zh-Hant', 'en', 'zh-Hant'],
  ['klingon', 'zh-MO', 'zh-Hant'],
])('cookie %s and browser %s speak %s', (cookie, header, locale) => {
  expect(negotiateLocale(cookie, header)).toBe(locale);
});
