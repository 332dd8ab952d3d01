import { createLoader, createSerializer } from 'nuqs/server';
import { DIMENSIONS, type Dimension, UNKNOWN } from '#lib/bowtie/dimensions.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { joinValues, splitValues } from '#lib/contract/valueList.ts';
import type { ViewPage } from '#lib/contract/viewWords.ts';
import { trendMetrics } from '#lib/view/trendMetric.ts';
import { VIEW_SEARCH } from './viewSearch.ts';

export type Dropped = { name: string; value: string };

export type ReadView = {
  /** What still holds, in the one order that equal questions share. */
  query: string;
  /** What the page no longer understands, or the organization no longer has. */
  dropped: Dropped[];
};

/** What lies open over a page, and where the page came from, is no part of a view. */
const PASSING = new Set(['open', 'outcome', 'record', 'account', 'view']);

/** A kept query as the page of today understands it. */
export function readView(page: ViewPage, text: string, facts: HomeFacts): ReadView {
  const dropped: Dropped[] = [];
  const kept = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(text)) {
    if (PASSING.has(name)) continue;
    const { holds, gone } = judge(page, { name, value }, facts);
    dropped.push(...gone);
    if (holds !== null) kept.set(name, holds);
  }
  return { query: shownQuery(page, createLoader(VIEW_SEARCH[page])(kept)), dropped };
}

/** The state of a page as the query of a view: defaults absent, names in order. */
export function shownQuery(page: ViewPage, state: Record<string, unknown>): string {
  const params = new URLSearchParams(createSerializer(VIEW_SEARCH[page])(state));
  for (const name of PASSING) params.delete(name);
  params.sort();
  return params.toString();
}

type Judged = { holds: string | null; gone: Dropped[] };

function judge(page: ViewPage, one: Dropped, { values, stages }: HomeFacts): Judged {
  const { name, value } = one;
  const lost = { holds: null, gone: [one] };
  if (!Object.hasOwn(VIEW_SEARCH[page], name)) return lost;
  if (isDimension(name)) return judgeValues(one, values[name]);
  if (name === 'trend' && !isTrend(page, value, stages)) return lost;
  return isRead(page, one) ? { holds: value, gone: [] } : lost;
}

function isRead(page: ViewPage, { name, value }: Dropped): boolean {
  try {
    createLoader(VIEW_SEARCH[page])({ [name]: value }, { strict: true });
    return true;
  } catch {
    return false;
  }
}

function judgeValues({ name, value }: Dropped, known: readonly string[]): Judged {
  const asked = splitValues(value);
  const still = asked.filter((one) => one === UNKNOWN || known.includes(one));
  const gone = asked.filter((one) => !still.includes(one));
  return {
    holds: still.length > 0 ? joinValues(still) : null,
    gone: gone.map((lost) => ({ name, value: lost })),
  };
}

function isDimension(name: string): name is Dimension {
  return DIMENSIONS.some((one) => one === name);
}

function isTrend(page: ViewPage, text: string, stages: readonly string[]): boolean {
  if (isHandOff(text, stages)) return true;
  return page === 'home' && trendMetrics(stages, true).some(({ id }) => id === text);
}

function isHandOff(text: string, stages: readonly string[]): boolean {
  return stages.some((from, index) => text === `${from}>${stages[index + 1]}`);
}
