import { describe, expect, test } from 'vitest';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}.${key}` : key;
    if (typeof value === 'string') flat.set(at, value);
    else for (const [inner, text] of flatten(value, at)) flat.set(inner, text);
  }
  return flat;
}

/** Names of arguments and tags; the branches of a plural are messages of their own. */
function placeholders(text: string): string[] {
  const names = new Set([...text.matchAll(/<(\w+)>/g)].map((hit) => hit[1] ?? ''));
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    const end = closing(text, at);
    const inside = text.slice(at + 1, end);
    names.add(/^\s*\w+/.exec(inside)?.[0].trim() ?? '');
    for (const branch of branches(inside)) for (const name of placeholders(branch)) names.add(name);
    at = end;
  }
  return [...names].sort();
}

function branches(inside: string): string[] {
  const found: string[] = [];
  for (let at = inside.indexOf('{'); at !== -1; at = inside.indexOf('{', at)) {
    const end = closing(inside, at);
    found.push(inside.slice(at + 1, end));
    at = end;
  }
  return found;
}

/** Where the brace that opens at `at` closes. */
function closing(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return text.length;
}

describe.each(LOCALES.filter((locale) => locale !== 'en'))('%s', async (locale) => {
  const english = flatten(await loadMessages('en'));
  const other = flatten(await loadMessages(locale));

  test('says everything that English says, and nothing else', () => {
    expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('has the same placeholders in every message', () => {
    for (const [key, text] of english) {
      expect([key, placeholders(other.get(key) ?? '')]).toEqual([key, placeholders(text)]);
    }
  });

  test('leaves no message empty', () => {
    expect([...other].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
