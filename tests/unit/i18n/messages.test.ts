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

/** Names inside braces and tags; the branches of a plural are prose, not names. */
function placeholders(text: string): string[] {
  const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map((hit) => hit[1] ?? hit[2]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
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
