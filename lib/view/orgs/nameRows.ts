import { compareCodePoints } from '#lib/bowtie/compareCodePoints.ts';
import type { RuleDraft } from './tidyRule.ts';

/** Longer lists are searched. */
export const SHOWN = 30;

/** No list of choices is longer. */
const OFFERED = 200;

/** A value as it was written; not `came`: only the rule knows it so far. */
export type NameRow = {
  value: string;
  segment: string;
  came: boolean;
  /** What the segment itself counts as, where it is a value with another meaning. */
  again: string | null;
};

/** The values that hold the words of a search, and how many more there are than the page shows. */
export function nameRows(
  written: readonly string[],
  names: RuleDraft['names'],
  search: string,
): { rows: NameRow[]; more: number } {
  const came = new Set(written);
  const all = [...new Set([...written, ...Object.keys(names)])].sort(compareCodePoints);
  const wanted = search.trim().toLowerCase();
  const found = all.filter((value) => value.toLowerCase().includes(wanted));
  const rows = found.slice(0, SHOWN).map((value) => {
    const segment = meaningOf(names, value).trim();
    const again = meaningOf(names, segment).trim();
    const isOther = again !== '' && again !== segment && segment !== value;
    return {
      ...{ value, came: came.has(value), again: isOther ? again : null },
      segment: meaningOf(names, value),
    };
  });
  return { rows, more: found.length - rows.length };
}

function meaningOf(names: RuleDraft['names'], value: string): string {
  return Object.hasOwn(names, value) ? (names[value] ?? '') : '';
}

/** Segments to choose from: what is counted under now, and what this draft brings. */
export function targetsOf(written: readonly string[], { names, bands }: RuleDraft): string[] {
  const kept = written.filter((value) => meaningOf(names, value) === '');
  const brought = [...Object.values(names), ...bands.map(({ segment }) => segment)];
  const all = new Set([...kept, ...brought].map((value) => value.trim()));
  all.delete('');
  all.delete('unknown');
  return [...[...all].sort(compareCodePoints).slice(0, OFFERED), 'unknown'];
}
