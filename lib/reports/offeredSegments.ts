import { type SegmentRule, segmentByRule } from '#lib/bowtie/segmentByRule.ts';

/** What these segments, as they were written, count as, and those that only an amount tells. */
export function offeredSegments(written: readonly string[], rule: SegmentRule): string[] {
  const { named } = segmentByRule(rule);
  const banded = rule.bands.map(({ segment }) => segment);
  return [...new Set([...written.flatMap((value) => named(value) ?? []), ...banded])];
}
