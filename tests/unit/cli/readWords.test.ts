import { describe, expect, it } from 'vitest';
import type { Command } from '#lib/cli/command.ts';
import { readWords } from '#lib/cli/readWords.ts';

const command: Command = {
  words: ['org', 'create'],
  usage: 'org create <slug> --name <n>',
  subject: '<slug>',
  options: ['name', 'order'],
  many: ['order'],
  required: ['name'],
  run: async () => ({ answer: null }),
};

describe('readWords', () => {
  it('reads the subject and the options in any order', () => {
    const given = readWords(command, ['--order', 'a=1', 'acme', '--name=A, B', '--order=b=2']);
    expect(given.subject).toBe('acme');
    expect(given.must('name')).toBe('A, B');
    expect(given.all('order')).toEqual(['a=1', 'b=2']);
    expect(given.one('order')).toBe('a=1');
    expect(readWords(command, ['x', '--name', 'y']).one('order')).toBeUndefined();
  });

  it.each([
    [['acme'], '--name is missing'],
    [['--name', 'x'], '<slug> is missing'],
    [['a', 'b', '--name', 'x'], '"b" is too much'],
    [['a', '--name', 'x', '--colour', 'red'], "Unknown option '--colour'"],
    [['a', '--name'], '--name'],
  ])('refuses %j: %s', (words, reason) => {
    expect(() => readWords(command, words)).toThrow(reason);
    expect(() => readWords(command, words)).toThrow(command.usage);
  });
});
