import { bandAmount, isAbove } from './bandAmount.ts';
import type { RuleDraft } from './tidyRule.ts';

/** What is wrong with a line of a rule; `none`: it is not filled in yet. */
export type BandFaults = { from: 'none' | 'amount' | 'order' | null; segment: 'none' | null };

/** So many lines the API takes. */
export const MOST_BANDS = 20;

/** The faults of each line, in the order of the lines. */
export function bandFaults(bands: RuleDraft['bands']): BandFaults[] {
  return bands.map(({ from, segment }, index) => ({
    from: faultOf(from, bands[index - 1]?.from),
    segment: segment.trim() === '' ? 'none' : null,
  }));
}

export function isFaulty(faults: readonly BandFaults[]): boolean {
  return faults.some(({ from, segment }) => from !== null || segment !== null);
}

function faultOf(from: string, before: string | undefined): BandFaults['from'] {
  if (from.trim() === '') return 'none';
  const amount = bandAmount(from);
  if (amount === null) return 'amount';
  const above = before === undefined ? null : bandAmount(before);
  return above !== null && !isAbove(amount, above) ? 'order' : null;
}
