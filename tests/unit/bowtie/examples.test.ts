import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOM = new URL('../../../lib/bowtie/', import.meta.url);
const FILES = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

/** The code of each `@example` of a file. */
function examplesOf(source: string): string[] {
  return [...source.matchAll(/@example\n([\s\S]*?)(?=\n \* @|\n \*\/)/g)].map((match) =>
    (match[1] ?? '').replace(/^ \* ?/gm, ''),
  );
}

/**
 * `expr // => value` becomes a check; other lines stay as they are. The value may stand on the
 * lines after the expression.
 */
function toCode(example: string): string {
  return example
    .replaceAll('\n// => ', ' // => ')
    .replaceAll('\n//  ', ' ')
    .split('\n')
    .map((line) => {
      const [, expr, value] = /^(.*?);? \/\/ => (.*)$/.exec(line) ?? [];
      return expr === undefined ? line : `;check(${expr}, ${value}, ${JSON.stringify(line)});`;
    })
    .join('\n');
}

/** Exported functions and the comment right above each. */
function functionsOf(source: string): { name: string; comment: string }[] {
  return [...source.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export function (\w+)/g)].map(
    (match) => ({
      name: match[2] ?? '',
      comment: match[1] ?? '',
    }),
  );
}

const scope: Record<string, unknown> = {};
for (const name of FILES) Object.assign(scope, await import(new URL(name, ROOM).href));

test.each(FILES)('%s: every example is true, every exported function has one', (name) => {
  const source = readFileSync(new URL(name, ROOM), 'utf8');
  for (const { name: exported, comment } of functionsOf(source)) {
    expect(comment, `${exported} needs a doc comment with an @example`).toContain('@example');
  }
  for (const example of examplesOf(source)) {
    let checks = 0;
    const check = (actual: unknown, expected: unknown, line: string) => {
      expect(actual, line).toEqual(expected);
      checks += 1;
    };
    new Function('check', ...Object.keys(scope), `'use strict';${toCode(example)}`)(
      check,
      ...Object.values(scope),
    );
    expect(checks, example).toBeGreaterThan(0);
  }
});
