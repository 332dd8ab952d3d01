import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { Outcome } from '#lib/contract/vocabulary.ts';
import type { ApiParams } from '../homeState.ts';
import { parseSelection, type Selection, selectionParams } from '../selection.ts';

/** What a number asks differently from its page; empty text: what the page asks is left out. */
const NARROWING = [
  ...['from', 'to', 'clock', 'window_days', 'set', 'giver', 'giver_role', 'taker', 'taker_role'],
  ...['days_from', 'days_to'],
  ...DIMENSIONS,
];

/** The records that somebody opened: a selection, and how it is narrower than the page. */
export type Drill = { selection: Selection; narrow: ApiParams };

/** `sql>sal;set=stuck;segment=mid`; null for what is no such address. */
export function parseDrill(open: string | null): Drill | null {
  const [what = '', ...parts] = (open ?? '').split(';');
  const selection = parseSelection(what);
  if (selection === null) return null;
  const narrow: ApiParams = {};
  for (const part of parts) {
    const [name = '', value] = part.split('=');
    if (!NARROWING.includes(name) || value === undefined) return null;
    narrow[name] = unescaped(value);
  }
  return { selection, narrow };
}

export function writeDrill(what: string, narrow: ApiParams = {}): string {
  const parts = Object.entries(narrow).map(([name, value]) => `${name}=${escaped(value)}`);
  return [what, ...parts].join(';');
}

/** The question for the rows, within the question of the page. */
export function drillParams(scope: ApiParams, drill: Drill, outcome: Outcome | null): ApiParams {
  const all = { ...scope, ...drill.narrow, ...selectionParams(drill.selection, outcome) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}

/** Whether it asks for less than its page. */
export function isNarrow({ narrow }: Drill): boolean {
  return Object.keys(narrow).length > 0;
}

/** Whether the answer of the bowtie has a number for it: days, people and sets it does not know. */
export function isOfBowtie({ narrow }: Drill): boolean {
  const own = ['from', 'to', 'clock', 'window_days', ...DIMENSIONS];
  return Object.keys(narrow).every((name) => own.includes(name));
}

/** The address of a page keeps `;` and `=` for itself here. */
function escaped(value: string): string {
  return value.replace(/[;=%]/g, (sign) => encodeURIComponent(sign));
}

function unescaped(value: string): string {
  return value.replace(/%(3B|3D|25)/gi, (code) => decodeURIComponent(code));
}
