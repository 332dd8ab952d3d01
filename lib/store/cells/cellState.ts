import type { Day } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { Tx } from '../inOrg.ts';
import { orgState } from '../orgState.ts';
import { EVERY_MONTH } from './marks.ts';

/** What of an organization's cells can be relied on, in the snapshot of the question. */
export type CellState = {
  /** The times of the first and the last event of all. */
  first: Instant;
  last: Instant;
  /** Months whose cells say nothing, by their first day. */
  stale: ReadonlySet<Day>;
  /** Months with changes beside their cells. */
  changed: ReadonlySet<Day>;
  /** The names of the stretches that are kept put together. */
  stretches: ReadonlySet<string>;
};

/** Null where no cell says anything, or where there is nothing to say. */
export async function cellState(tx: Tx): Promise<CellState | null> {
  const { first, last, stale, changed, overgrown, stretches } = await orgState(tx);
  if (first === null || last === null || stale.includes(EVERY_MONTH)) return null;
  return {
    ...{ first, last, stale: new Set([...stale, ...overgrown]) },
    ...{ changed: new Set(changed), stretches: new Set(stretches) },
  };
}
