import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import type { PlanTrack } from '#lib/contract/planTrack.ts';

/** The part of a plan that the filters of a page leave. */
export type TrackReach = {
  /** One segment; null: all of them. */
  tier: string | null;
  /** The filters ask for less than any target is of, so the targets are of everything. */
  wider: boolean;
};

/** What a page asks of each dimension; an empty list: anything. */
export type TrackFilters = Readonly<Record<Dimension, readonly string[]>>;

/** A plan is split by segment and by nothing else. */
export function trackReach(
  { segments }: Pick<PlanTrack, 'segments'>,
  filters: TrackFilters,
): TrackReach {
  const set = DIMENSIONS.filter((dimension) => filters[dimension].length > 0);
  if (set.length === 0) return { tier: null, wider: false };
  const keys = segments.map(({ key }) => key);
  const [tier = null, ...more] = filters.segment;
  const bySegment = set.length === 1 && set[0] === 'segment' && keys.length > 1;
  if (!bySegment) return { tier: null, wider: true };
  if (keys.every((key) => filters.segment.includes(key))) return { tier: null, wider: false };
  const isOne = tier !== null && more.length === 0 && keys.includes(tier);
  return isOne ? { tier, wider: false } : { tier: null, wider: true };
}
