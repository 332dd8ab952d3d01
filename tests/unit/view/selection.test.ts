import { expect, test } from 'vitest';
import { parseSelection, selectedCount, selectionParams } from '#lib/view/selection.ts';
import { bowtie } from './answers.ts';

test.each([
  ['mql', { kind: 'stage', stage: 'mql' }],
  ['sal>won', { kind: 'conversion', from: 'sal', to: 'won' }],
  ['sal>', null],
  ['a>b', null],
  ['sal>won>adopted', null],
  ['', null],
  [null, null],
])('%s in the address opens %j', (open, selection) => {
  expect(parseSelection(open)).toEqual(selection);
});

test('the count of the list is the number of the chart', () => {
  const total = bowtie({ sal: 100, won: 40 }, { open: 25 });
  const sale = parseSelection('sal>won');
  if (sale === null) throw new Error('not parsed');
  expect(selectedCount(total, sale, null, 'cohort')).toBe(100);
  expect(selectedCount(total, sale, 'advanced', 'cohort')).toBe(40);
  expect(selectedCount(total, sale, 'open', 'cohort')).toBe(25);
  expect(selectedCount(total, sale, null, 'period')).toBe(40);
  expect(selectionParams(sale, 'lost')).toEqual({ conversion: 'sal>won', outcome: 'lost' });
});
