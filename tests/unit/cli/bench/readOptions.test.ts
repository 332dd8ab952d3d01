import { expect, test } from 'vitest';
import { readOptions } from '#lib/cli/bench/readOptions.ts';

test('measures everything at both sizes unless told otherwise', () => {
  expect(readOptions([])).toEqual({
    sizes: ['100k', '1m'],
    measures: ['import', 'bowtie', 'loop', 'posts', 'users', 'plan'],
  });
  expect(readOptions(['--size', '10m', '--only', 'bowtie'])).toEqual({
    sizes: ['10m'],
    measures: ['bowtie'],
  });
});

test.each([
  [['--size', '2m'], '--size must be of 100k, 1m, 10m'],
  [['--only', 'speed'], '--only must be one of import, bowtie'],
  [['--fast'], "Unknown option '--fast'"],
])('refuses %j with a sentence', (words, sentence) => {
  expect(() => readOptions(words)).toThrow(sentence);
});
