import { expect, it } from 'vitest';
import { papersOf } from '#lib/view/plan/papersOf.ts';

it.each([
  ['en-US', 'letter'],
  ['es-419-MX', 'letter'],
  ['zh-Hant-TW', 'a4'],
  ['en-GB', 'a4'],
  ['en', 'a4'],
  ['', 'a4'],
])('offers first what %s prints on', (language, first) => {
  expect(papersOf(language)[0]).toBe(first);
  expect(papersOf(language)).toHaveLength(2);
});
