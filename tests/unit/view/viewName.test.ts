import { expect, it } from 'vitest';
import { viewNameFault } from '#lib/view/viewName.ts';

it.each([
  ['Board', null],
  ['   ', 'empty'],
  ['', 'empty'],
  ['🎀'.repeat(80), null],
  ['🎀'.repeat(81), 'long'],
  [' mid   MARKET ', 'taken'],
  ['Ｍｉｄ market', 'taken'],
])('judges the name %j: %s', (name, fault) => {
  expect(viewNameFault(name, ['Mid market'])).toBe(fault);
});
