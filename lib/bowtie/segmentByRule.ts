import { UNKNOWN } from './dimensions.ts';
import { parseCents } from './money.ts';

/** From this amount on, in the reporting currency a year, what nobody named is of this segment. */
export type SegmentBand = { readonly from: string; readonly segment: string };

/** What an organization says about its segments. */
export type SegmentRule = {
  /** A value as it was written, and the segment that it counts under. */
  readonly names: Readonly<Record<string, string>>;
  /** In the order of their amounts. */
  readonly bands: readonly SegmentBand[];
};

/** The rule of an organization that never set one: every segment is as it was written. */
export const NO_SEGMENT_RULE: SegmentRule = { names: {}, bands: [] };

/** A rule that is ready to be asked for every event. */
export type SegmentReader = {
  /** What a value counts as; null where it says nothing. */
  named: (value: string | null | undefined) => string | null;
  /** The band of an amount in the reporting currency, with at most two decimals; null: none. */
  banded: (amount: string | null) => string | null;
};

/**
 * A rule for segments, ready to be asked: what a written value counts as, and the band of an
 * amount that stands in where neither the record (or contract) nor its account says a segment.
 *
 * A name counts as the segment that it is mapped to, once: the result is not mapped again. What
 * is `unknown`, or mapped to it, says nothing, as if it were not written. The band of an amount is
 * the last one that begins at or below it; an amount below the first band has none, nor has null.
 * Amounts are a year's, in the reporting currency. Source: definitions, section 3 rule 8.
 * @example
 * const bands = [{ from: '0', segment: 'small' }, { from: '10000', segment: 'key' }];
 * const names = { SMB: 'small', small: 'tiny', 'n/a': 'unknown' };
 * const { named, banded } = segmentByRule({ names, bands });
 * [named('SMB'), named('mid'), named('n/a'), named(null)] // => ['small', 'mid', null, null]
 * [banded('9999.99'), banded('10000.00'), banded('-1'), banded(null)]
 * // => ['small', 'key', null, null]
 */
export function segmentByRule({ names, bands }: SegmentRule): SegmentReader {
  const meanings = new Map(Object.entries(names));
  const downwards = bands
    .map(({ from, segment }) => ({ cents: parseCents(from), segment: known(segment) }))
    .reverse();
  return {
    named: (value) => (value == null ? null : known(meanings.get(value) ?? value)),
    banded: (amount) => {
      if (amount === null || downwards.length === 0) return null;
      const cents = parseCents(amount);
      return downwards.find((band) => band.cents <= cents)?.segment ?? null;
    },
  };
}

function known(segment: string): string | null {
  return segment === UNKNOWN ? null : segment;
}
